"use client";

import clsx from "clsx";
import { Menu as MenuIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useState, type ReactNode } from "react";
import { Sheet } from "../sheet.tsx";
import { NavIcon } from "./nav-icon.tsx";
import { isWithin, phoneEntriesFor, type NavEntry, type NavItem } from "./nav-items.ts";

interface PhoneBarProps {
  shopName: string;
  personName: string;
  items: readonly NavItem[];
  account: ReactNode;
}

/** Four places fit a thumb; the fifth opens the rest. */
const PLACES = 4;
const CELL = "flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 border-t-2 text-2xs font-medium";

export function PhoneBar({ shopName, personName, items, account }: PhoneBarProps) {
  const t = useTranslations("nav");
  const common = useTranslations("common");
  const pathname = usePathname();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [pathname]);
  const entries = phoneEntriesFor(items);

  return (
    <nav aria-label={t("main")} className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden print:hidden">
      {entries.slice(0, PLACES).map(({ item, href }) => (
        <Link
          key={item}
          href={href}
          aria-current={isWithin(pathname, href) ? "page" : undefined}
          className={clsx(CELL, isWithin(pathname, href) ? "border-accent-edge text-ink" : "border-transparent text-ink-2")}
        >
          <NavIcon item={item} size={20} />
          {t(`short.${item}`)}
        </Link>
      ))}
      <button type="button" aria-haspopup="dialog" className={clsx(CELL, "border-transparent text-ink-2")} onClick={() => setOpen(true)}>
        <MenuIcon aria-hidden size={20} />
        {common("more")}
      </button>
      <Sheet open={open} onClose={() => setOpen(false)} title={shopName}>
        <RestOfMenu entries={entries.slice(PLACES)} />
        <p className="label pb-2">{personName}</p>
        {account}
      </Sheet>
    </nav>
  );
}

function RestOfMenu({ entries }: { entries: readonly NavEntry[] }) {
  const t = useTranslations("nav.items");
  if (entries.length === 0) return null;
  return (
    <ul className="mb-5 divide-y divide-line border-y border-line">
      {entries.map(({ item, href }) => (
        <li key={item}>
          <Link href={href} className="flex min-h-12 items-center gap-3">
            <NavIcon item={item} size={18} />
            {t(item)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
