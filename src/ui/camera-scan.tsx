"use client";

import { Camera } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

/** The part of the Barcode Detection API (WICG) that is used; the DOM's types do not know it. */
interface Detector {
  detect: (source: HTMLVideoElement) => Promise<readonly { rawValue: string }[]>;
}
type DetectorClass = new (options: { formats: readonly string[] }) => Detector;

const FORMATS = ["ean_13", "ean_8", "upc_a", "upc_e", "code_128", "code_39", "itf", "qr_code"];
/** Several looks a second: a hand that holds a phone moves. */
const LOOK_MS = 150;

function detectorClass(): DetectorClass | null {
  const known = (window as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  return known && navigator.mediaDevices ? known : null;
}

/** A button that reads one code by the camera. Where the browser cannot read codes itself there is none: the field beside it takes scanners and typing. */
export function CameraScan({ onCode }: { onCode: (code: string) => void }) {
  const t = useTranslations("common.camera");
  const [able, setAble] = useState(false);
  const [open, setOpen] = useState(false);
  // Only the browser knows: the server draws no button.
  useEffect(() => setAble(detectorClass() !== null), []);
  if (!able) return null;
  const found = (code: string): void => {
    setOpen(false);
    onCode(code);
  };
  return (
    <>
      <Button icon={<Camera aria-hidden size={16} />} onClick={() => setOpen(true)}>{t("open")}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("title")}>{open ? <Viewfinder onCode={found} /> : null}</Dialog>
    </>
  );
}

function Viewfinder({ onCode }: { onCode: (code: string) => void }) {
  const t = useTranslations("common.camera");
  const video = useRef<HTMLVideoElement>(null);
  const [refused, setRefused] = useState(false);
  const told = useRef(onCode);
  told.current = onCode;
  useEffect(() => {
    let stream: MediaStream | null = null;
    let timer = 0;
    let isOver = false;
    const watch = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      const screen = video.current;
      if (isOver || !screen) return stop();
      screen.srcObject = stream;
      await screen.play();
      const detector = new (detectorClass()!)({ formats: FORMATS });
      const look = async (): Promise<void> => {
        // A frame that is not there yet is no code.
        const [code] = await detector.detect(screen).catch(() => []);
        if (isOver) return;
        if (code) told.current(code.rawValue);
        else timer = window.setTimeout(() => void look(), LOOK_MS);
      };
      await look();
    };
    const stop = (): void => {
      isOver = true;
      window.clearTimeout(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    watch().catch(() => setRefused(!isOver));
    return stop;
  }, []);
  if (refused) return <p role="alert" className="text-negative">{t("refused")}</p>;
  return (
    <div className="flex flex-col gap-3">
      <video ref={video} muted playsInline aria-label={t("title")} className="aspect-video w-full border border-line bg-ink object-cover" />
      <p className="text-ink-2">{t("hint")}</p>
    </div>
  );
}
