"use client";

import { Camera, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useRef, useState } from "react";
import { Button } from "../button.tsx";
import { Dialog } from "../dialog.tsx";
import { createPlayer, type Player } from "../sounds.ts";
import { useCameraOffer } from "./use-camera-offer.ts";

// Whoever never opens the camera never loads it.
const Viewfinder = lazy(async () => ({ default: (await import("./viewfinder.tsx")).Viewfinder }));

interface CameraScanProps {
  onCode: (code: string) => void;
  /** Stays open beside the work, reading on; else one code closes it. */
  stays?: boolean;
  /** Among quiet buttons under a field. */
  isQuiet?: boolean;
}

/** The button beside a field for codes that reads them by the camera. */
export function CameraScan({ onCode, stays = false, isQuiet = false }: CameraScanProps) {
  const t = useTranslations("common.camera");
  const isOffered = useCameraOffer();
  const [open, setOpen] = useState(false);
  const player = useRef<Player>(null);
  if (!isOffered) return null;
  const toggle = (): void => {
    // Within the tap: browsers let sound begin with one.
    player.current ??= createPlayer();
    setOpen(!open);
  };
  const found = (code: string): void => {
    player.current?.play("tick");
    if (!stays) setOpen(false);
    onCode(code);
  };
  const picture = open ? <Suspense fallback={<p role="status" className="text-ink-2">{t("opening")}</p>}><Viewfinder hint={stays ? undefined : t("hint")} onCode={found} /></Suspense> : null;
  return (
    <>
      <Button tone={isQuiet ? "quiet" : "secondary"} size={isQuiet ? "sm" : "md"} icon={open && stays ? <X aria-hidden size={16} /> : <Camera aria-hidden size={16} />} aria-expanded={stays ? open : undefined} onClick={toggle}>{open && stays ? t("close") : t("open")}</Button>
      {stays ? (picture ? <div className="w-full">{picture}</div> : null) : (
        <Dialog open={open} onClose={() => setOpen(false)} title={t("title")}>{picture}</Dialog>
      )}
    </>
  );
}
