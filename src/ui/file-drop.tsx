"use client";

import clsx from "clsx";
import { FileUp } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Button } from "./button.tsx";

interface FileDropProps {
  id?: string;
  name?: string;
  label: string;
  hint?: ReactNode;
  error?: string;
  /** As in `<input accept>`. */
  accept: string;
  browseLabel: string;
  kbd?: string;
  /** Dropping anywhere on the page counts. */
  wholePage?: boolean;
  busy?: boolean;
  onFile: (file: File) => void;
}

/** Choose a file or drop it; the button is the keyboard's way (WCAG 2.5.7). */
export function FileDrop({ id = "file", name = "file", label, hint, error, accept, browseLabel, kbd, wholePage = false, busy = false, onFile }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const take = useRef(onFile);
  const [over, setOver] = useState(false);
  useEffect(() => {
    take.current = onFile;
  }, [onFile]);

  // Chosen before the page was alive.
  useEffect(() => {
    const early = input.current?.files?.[0];
    if (early) take.current(early);
  }, []);

  useEffect(() => {
    const target: HTMLElement | null = wholePage ? document.documentElement : box.current;
    if (!target || busy) return;
    const carriesFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
    const enter = (event: DragEvent): void => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!event.relatedTarget) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) take.current(file);
    };
    target.addEventListener("dragover", enter);
    target.addEventListener("dragleave", leave);
    target.addEventListener("drop", drop);
    return () => {
      target.removeEventListener("dragover", enter);
      target.removeEventListener("dragleave", leave);
      target.removeEventListener("drop", drop);
    };
  }, [wholePage, busy]);

  return (
    <div
      ref={box}
      className={clsx(
        "flex flex-col items-start gap-3 rounded-sm border border-dashed p-5 transition-colors duration-[90ms] sm:p-6",
        over ? "border-accent-edge bg-accent-soft" : error ? "border-negative bg-surface" : "border-line-strong bg-surface",
      )}
    >
      <div className="flex flex-col gap-1">
        <p className="text-md font-semibold">{label}</p>
        {hint ? <p id={`${id}-hint`} className="text-ink-2">{hint}</p> : null}
        {error ? <p role="alert" className="font-medium text-negative">{error}</p> : null}
      </div>
      <input
        ref={input}
        id={id}
        name={name}
        type="file"
        accept={accept}
        tabIndex={-1}
        aria-label={label}
        className="sr-only"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          event.target.value = "";
        }}
      />
      <Button id={`${id}-browse`} tone="primary" kbd={kbd} icon={<FileUp aria-hidden size={16} />} aria-disabled={busy || undefined} onClick={() => !busy && input.current?.click()}>
        {browseLabel}
      </Button>
    </div>
  );
}
