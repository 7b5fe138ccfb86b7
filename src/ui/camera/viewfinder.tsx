"use client";

import { Check, Flashlight, FlashlightOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "../button.tsx";
import { useCamera } from "./use-camera.ts";
import { useTorch } from "./use-torch.ts";

/** What the camera sees, and what it read last; where it cannot see, why. Sounds are its owner's. */
export function Viewfinder({ hint, onCode }: { hint?: string; onCode: (code: string) => void }) {
  const t = useTranslations("common.camera");
  const video = useRef<HTMLVideoElement>(null);
  const [last, setLast] = useState<{ code: string; turn: number } | null>(null);
  const { stream, problem } = useCamera(video, (code) => {
    setLast((before) => ({ code, turn: (before?.turn ?? 0) + 1 }));
    navigator.vibrate?.(40);
    onCode(code);
  });
  const torch = useTorch(stream);
  if (problem) return <p role="alert" className="border border-line bg-sunken p-4 font-medium">{t(`problems.${problem}`)}</p>;
  return (
    <>
      <div className="relative overflow-hidden rounded-sm border border-line-strong bg-sunken">
        <video ref={video} muted playsInline aria-label={t("picture")} className="block aspect-video max-h-56 w-full object-cover" />
        <span aria-hidden className="pointer-events-none absolute inset-x-8 top-1/2 border-t-2 border-accent" />
        {/* The twin of the sound: a new frame for each reading. */}
        {last ? <span key={last.turn} aria-hidden className="pointer-events-none absolute inset-0 animate-read border-4 border-marker opacity-0" /> : null}
        <p aria-live="polite" className="absolute bottom-2 left-2">
          {last ? <span key={last.turn} className="inline-flex items-center gap-1.5 rounded-xs bg-marker px-2 py-1 font-mono text-sm font-semibold text-on-marker"><Check aria-hidden size={16} /><span className="sr-only">{t("read")}</span> {last.code}</span> : null}
        </p>
        {torch.toggle ? (
          <div className="absolute top-2 right-2">
            <Button size="sm" iconOnly aria-label={t("torch")} aria-pressed={torch.isLit} icon={torch.isLit ? <FlashlightOff aria-hidden size={18} /> : <Flashlight aria-hidden size={18} />} onClick={torch.toggle} />
          </div>
        ) : null}
      </div>
      {hint ? <p className="mt-3 text-ink-2">{hint}</p> : null}
    </>
  );
}
