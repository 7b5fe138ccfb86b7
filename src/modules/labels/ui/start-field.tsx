"use client";

import { useTranslations } from "next-intl";
import { TextInput } from "@/ui/text-input.tsx";
import { formatOf, labelsPerPage, type FormatKey } from "../rules/formats.ts";

interface StartFieldProps {
  format: FormatKey;
  start: number;
  onStart: (start: number) => void;
}

/** From which label of a partly used sheet: a number, or a touch on the sheet. Nothing on a roll. */
export function StartField({ format, start, onStart }: StartFieldProps) {
  const t = useTranslations("labels");
  const paper = formatOf(format);
  const cells = labelsPerPage(paper);
  if (cells === 1) return null;
  const choose = (cell: number): void => onStart(Math.min(cells, Math.max(1, Math.trunc(cell) || 1)));
  return (
    <div className="grid grid-cols-[1fr_auto] items-start gap-4">
      <TextInput name="start" label={t("start")} hint={t("startHint", { count: cells })} type="number" min={1} max={cells} value={start} onChange={(event) => choose(event.target.valueAsNumber)} />
      {/* The same by hand: whoever has no mouse has the number. */}
      <svg aria-hidden viewBox={`0 0 ${paper.page.width} ${paper.page.height}`} className="h-32 cursor-pointer border border-line-strong bg-surface" style={{ aspectRatio: `${paper.page.width} / ${paper.page.height}` }}>
        {Array.from({ length: cells }, (_, i) => (
          <rect
            key={i}
            x={paper.margin.left + (i % paper.columns) * paper.pitch.x + 1.5}
            y={paper.margin.top + Math.floor(i / paper.columns) * paper.pitch.y + 1.5}
            width={paper.label.width - 3}
            height={paper.label.height - 3}
            className={i + 1 === start ? "fill-marker stroke-ink" : i + 1 < start ? "fill-sunken stroke-line" : "fill-surface stroke-line-strong"}
            strokeWidth={1.5}
            onClick={() => choose(i + 1)}
          />
        ))}
      </svg>
    </div>
  );
}
