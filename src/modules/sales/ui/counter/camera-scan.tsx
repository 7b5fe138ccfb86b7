"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/ui/button.tsx";
import { Viewfinder } from "@/ui/camera/viewfinder.tsx";
import { takeScan } from "./listen-keys.ts";
import { useCounter } from "./use-counter.ts";

/** The phone's camera as a scanner, above the ticket: it goes on reading until it is closed. What was read sounds as from any scanner. */
export function CameraScan({ onClose }: { onClose: () => void }) {
  const t = useTranslations("pos.camera");
  const counter = useCounter();
  return (
    <section aria-label={t("title")} className="relative mx-3 mt-2 shrink-0 lg:mx-4">
      <Viewfinder onCode={(code) => takeScan(counter, code, "", performance.now())} />
      <div className="absolute right-2 bottom-2">
        <Button onClick={onClose}>{t("close")}</Button>
      </div>
    </section>
  );
}
