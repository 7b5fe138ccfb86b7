"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { Button } from "./button.tsx";

export interface LayerProps {
  open: boolean;
  onClose: () => void;
  title: string;
  footer?: ReactNode;
  children: ReactNode;
}

interface FrameProps extends LayerProps {
  side: "centre" | "right";
}

const PLACES: Readonly<Record<FrameProps["side"], string>> = {
  centre: "m-auto max-h-[min(44rem,calc(100dvh-2rem))] w-[min(32rem,calc(100vw-2rem))] rounded-md border border-line",
  right: "my-0 mr-0 ml-auto h-dvh max-h-dvh w-[min(30rem,100vw)] max-w-none border-l border-line",
};

/** The native modal: focus kept inside, Escape closes, focus goes back to where it was. */
export function Dialog(props: LayerProps) {
  return <ModalFrame side="centre" {...props} />;
}

export function ModalFrame({ open, onClose, title, footer, side, children }: FrameProps) {
  const t = useTranslations("common");
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) {
      element.showModal();
      // The browser takes the first button, which closes; people open a form to fill it in.
      element.querySelector<HTMLElement>("[data-layer-body] :is(input:not([type=hidden]), select, textarea)")?.focus();
    }
    if (!open && element.open) element.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      // The browser closes on its own (Escape, back gesture): `open` follows it.
      onClose={() => open && onClose()}
      onClick={(event) => event.target === dialog.current && onClose()}
      className={clsx("bg-surface p-0 text-ink shadow-modal backdrop:bg-[rgb(8_13_16/0.45)]", PLACES[side])}
    >
      {open ? (
        <div className={clsx("flex flex-col", side === "right" ? "h-full" : "max-h-[inherit]")}>
          <header className="flex items-center gap-3 border-b border-line py-2 pr-2 pl-5">
            <h2 id={heading} className="min-w-0 flex-1 text-md font-semibold break-words">{title}</h2>
            <Button tone="quiet" iconOnly aria-label={t("close")} icon={<X aria-hidden size={18} />} onClick={onClose} />
          </header>
          <div data-layer-body className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
          {footer ? <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{footer}</footer> : null}
        </div>
      ) : null}
    </dialog>
  );
}
