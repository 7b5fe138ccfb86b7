"use client";

import clsx from "clsx";
import { useEffect, useRef } from "react";
import { keyCaps } from "../keys/chord.ts";
import type { PaletteCommand, PaletteResult } from "./rank-commands.ts";

interface PaletteOptionProps {
  id: string;
  option: PaletteCommand | PaletteResult;
  chosen: boolean;
  /** Title of the group that begins here. */
  heading?: string;
  onChoose: () => void;
  onHover: () => void;
}

export function PaletteOption({ id, option, chosen, heading, onChoose, onHover }: PaletteOptionProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const detail = "detail" in option ? option.detail : undefined;
  const end = "end" in option ? option.end : "keys" in option && option.keys ? keyCaps(option.keys).join(" ") : undefined;

  return (
    <>
      {heading ? <div aria-hidden className="label px-2.5 pt-2 pb-1">{heading}</div> : null}
      <div
        ref={row}
        id={id}
        role="option"
        aria-selected={chosen}
        onClick={onChoose}
        onPointerMove={onHover}
        className={clsx("flex min-h-10 cursor-pointer items-center gap-3 rounded-sm px-2.5 py-1", chosen && "bg-sunken shadow-[inset_3px_0_0_var(--accent-edge)]")}
      >
        <span className="min-w-0 flex-1">
          <span className="block truncate">{option.label}</span>
          {detail ? <span className="block truncate font-mono text-2xs text-ink-2">{detail}</span> : null}
        </span>
        {end ? <span className="num text-sm text-ink-2">{end}</span> : null}
      </div>
    </>
  );
}
