"use client";

import clsx from "clsx";
import { CircleUser } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, type ReactNode } from "react";

interface AccountPanelProps {
  personName: string;
  roleName?: string;
  rail: boolean;
  children: ReactNode;
}

/** Who is signed in, and the choices of this device behind it: a popover of the platform, so it closes by itself. */
export function AccountPanel({ personName, roleName, rail, children }: AccountPanelProps) {
  const t = useTranslations("nav");
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={rail ? t("accountOf", { name: personName }) : undefined}
        className={clsx("flex min-h-10 items-center rounded-sm text-left text-sm text-ink-2 hover:bg-sunken pointer-coarse:min-h-11", rail ? "w-9 justify-center" : "w-full gap-2.5 px-2")}
      >
        <CircleUser aria-hidden size={18} />
        {rail ? null : (
          <span className="min-w-0">
            <span className="block truncate text-ink">{personName}</span>
            {roleName ? <span className="block truncate text-xs text-ink-3">{roleName}</span> : null}
          </span>
        )}
      </button>
      <div id={id} popover="auto" role="group" aria-label={t("account")} className="fixed inset-auto bottom-3 left-3 m-0 w-64 rounded-sm border border-line bg-surface p-4 text-ink shadow-pop">
        <p className="mb-3 border-b border-line pb-3 font-semibold break-words">{personName}</p>
        {children}
      </div>
    </>
  );
}
