"use client";

import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "./button.tsx";
import { dismissToast, readToasts, showToast, watchToasts, type Toast } from "./toast-store.ts";

const LIFE_MS = 10_000;

/** Where toasts appear; one per shell, announced politely. */
export function ToastRegion() {
  const t = useTranslations("common");
  const toasts = useSyncExternalStore(watchToasts, readToasts, readToasts);
  return (
    <section aria-label={t("notices")} aria-live="polite" className="pointer-events-none fixed inset-x-0 bottom-0 z-40 flex flex-col items-center gap-2 p-4 max-sm:bottom-14 print:hidden">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastCard({ toast: { id, message, tone = "positive", undo, action } }: { toast: Toast }) {
  const t = useTranslations("common");
  const [held, setHeld] = useState(false);
  useEffect(() => {
    // Time stops while a person is reading with the pointer or the focus (WCAG 2.2.1).
    if (held) return;
    const timer = setTimeout(() => dismissToast(id), LIFE_MS);
    return () => clearTimeout(timer);
  }, [held, id]);

  const runUndo = async (): Promise<void> => {
    dismissToast(id);
    try {
      await undo?.();
      showToast({ message: t("undone") });
    } catch {
      showToast({ message: t("undoFailed"), tone: "negative" });
    }
  };
  const Icon = tone === "negative" ? CircleAlert : CircleCheck;

  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex w-full max-w-md items-center gap-3 rounded-sm border border-line-strong bg-surface py-1.5 pr-1.5 pl-3 text-ink shadow-pop"
    >
      <Icon aria-hidden size={18} className={tone === "negative" ? "text-negative" : "text-positive"} />
      <p className="min-w-0 flex-1 break-words">{message}</p>
      {undo ? <Button size="sm" onClick={() => void runUndo()}>{t("undo")}</Button> : null}
      {action ? <Button size="sm" onClick={() => (dismissToast(id), action.onSelect())}>{action.label}</Button> : null}
      <Button tone="quiet" size="sm" iconOnly aria-label={t("close")} icon={<X aria-hidden size={16} />} onClick={() => dismissToast(id)} />
    </div>
  );
}
