"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/ui/button.tsx";
import { takeScan } from "./listen-keys.ts";
import { useCounter } from "./use-counter.ts";

/** What browsers with it offer (WICG Shape Detection); TypeScript does not know it. */
interface Detector {
  detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]>;
}
type DetectorClass = new (options: { formats: string[] }) => Detector;

const FORMATS = ["ean_13", "ean_8", "upc_a", "upc_e", "itf", "code_128", "qr_code"];
const LOOK_MS = 150;
/** The same label held before the camera counts once; who wants two takes it away for so long. */
const SAME_MS = 1_500;

/** The phone's camera as a scanner, above the ticket: it goes on reading until it is closed. */
export function CameraScan({ onClose }: { onClose: () => void }) {
  const t = useTranslations("pos.camera");
  const counter = useCounter();
  const video = useRef<HTMLVideoElement>(null);
  const [refused, setRefused] = useState(false);

  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stream: MediaStream | null = null;
    const detector = new (window as unknown as { BarcodeDetector: DetectorClass }).BarcodeDetector({ formats: FORMATS });
    const seen = new Map<string, number>();

    const look = async (): Promise<void> => {
      const found = video.current && video.current.readyState >= 2 ? await detector.detect(video.current).catch(() => []) : [];
      const now = performance.now();
      for (const { rawValue } of found) {
        const before = seen.get(rawValue) ?? -SAME_MS;
        seen.set(rawValue, now);
        if (now - before < SAME_MS || over) continue;
        takeScan(counter, rawValue, "", now);
        navigator.vibrate?.(40);
      }
      if (!over) timer = setTimeout(() => void look(), LOOK_MS);
    };

    const open = async (): Promise<void> => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
        if (over || !video.current) return stream.getTracks().forEach((track) => track.stop());
        video.current.srcObject = stream;
        await video.current.play();
        void look();
      } catch {
        if (!over) setRefused(true);
      }
    };
    void open();
    return () => {
      over = true;
      clearTimeout(timer);
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, [counter]);

  return (
    <section aria-label={t("title")} className="relative mx-3 mt-2 shrink-0 overflow-hidden rounded-sm border border-line-strong bg-sunken lg:mx-4">
      {refused ? <p role="alert" className="p-4 font-medium">{t("refused")}</p> : <video ref={video} muted playsInline aria-label={t("picture")} className="h-40 w-full object-cover" />}
      <div className="absolute right-2 bottom-2">
        <Button onClick={onClose}>{t("close")}</Button>
      </div>
    </section>
  );
}
