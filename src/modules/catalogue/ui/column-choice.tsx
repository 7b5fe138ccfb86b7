"use client";

import { Columns3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useId, useRef, type ToggleEvent } from "react";
import { buttonClass } from "@/ui/button-class.ts";
import { Checkbox } from "@/ui/checkbox.tsx";
import { keepPreference } from "@/ui/keep-preference.ts";
import { COLUMNS_COOKIE, type ProductColumn } from "../rules/product-columns.ts";

interface ColumnChoiceProps {
  allowed: readonly ProductColumn[];
  chosen: readonly ProductColumn[];
}

/** Which columns the list shows, remembered on this device. A popover of the platform: it closes by itself, Escape too. */
export function ColumnChoice({ allowed, chosen }: ColumnChoiceProps) {
  const t = useTranslations("products");
  const router = useRouter();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const place = ({ newState, currentTarget: panel }: ToggleEvent<HTMLDivElement>): void => {
    const anchor = button.current?.getBoundingClientRect();
    if (newState !== "open" || !anchor) return;
    panel.style.top = `${anchor.bottom + 4}px`;
    panel.style.left = `${Math.max(8, anchor.right - panel.offsetWidth)}px`;
  };
  const toggle = (column: ProductColumn, show: boolean): void => {
    keepPreference(COLUMNS_COOKIE, allowed.filter((one) => (one === column ? show : chosen.includes(one))).join(".") || "none");
    router.refresh();
  };
  return (
    <div className="max-sm:hidden">
      <button ref={button} type="button" popoverTarget={id} className={buttonClass({ tone: "quiet" })}>
        <Columns3 aria-hidden size={16} />
        {t("chooseColumns")}
      </button>
      <div
        id={id}
        popover="auto"
        role="group"
        aria-label={t("chooseColumns")}
        className="fixed inset-auto m-0 w-52 rounded-sm border border-line bg-surface p-3 text-ink shadow-pop"
        onToggle={place}
      >
        <div className="flex flex-col gap-1">
          {allowed.map((column) => (
            <Checkbox key={column} name={`column-${column}`} label={t(`columns.${column}`)} defaultChecked={chosen.includes(column)} onChange={(event) => toggle(column, event.target.checked)} />
          ))}
        </div>
      </div>
    </div>
  );
}
