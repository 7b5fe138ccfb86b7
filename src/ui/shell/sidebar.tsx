"use client";

import clsx from "clsx";
import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { Button } from "../button.tsx";
import { keepPreference } from "../keep-preference.ts";
import { keyCaps } from "../keys/chord.ts";
import { useKeys } from "../keys/use-keys.ts";
import { AccountPanel } from "./account-panel.tsx";
import { Monogram } from "./monogram.tsx";
import { NavIcon } from "./nav-icon.tsx";
import { entriesFor, groupsFor, isWithin, type NavEntry, type NavItem } from "./nav-items.ts";

interface SidebarProps {
  shopName: string;
  personName: string;
  roleName?: string;
  items: readonly NavItem[];
  startsAsRail: boolean;
  account: ReactNode;
}

/** The counter needs its width and its silence: there the menu is always a rail. */
const ALWAYS_RAIL = "/pos";

export function Sidebar({ shopName, personName, roleName, items, startsAsRail, account }: SidebarProps) {
  const t = useTranslations("nav");
  const pathname = usePathname();
  const router = useRouter();
  const [chosenRail, setChosenRail] = useState(startsAsRail);
  const forced = isWithin(pathname, ALWAYS_RAIL);
  const rail = forced || chosenRail;

  const toggle = (): void => {
    setChosenRail(!chosenRail);
    keepPreference("rail", chosenRail ? "open" : "rail");
  };
  const goTo = entriesFor(items).filter(({ href }) => !isWithin(pathname, href)).map(({ item, href, keys }) => ({ keys, label: t(`items.${item}`), run: () => router.push(href) }));
  useKeys([...goTo, ...(forced ? [] : [{ keys: "[", label: rail ? t("expand") : t("collapse"), run: toggle }])], "shell");

  const Fold = rail ? PanelLeftOpen : PanelLeftClose;
  return (
    <header className={clsx("sticky top-0 flex h-dvh shrink-0 flex-col border-r border-line bg-paper max-sm:hidden print:hidden", rail ? "w-12" : "w-52")}>
      <div className={clsx("flex h-12 shrink-0 items-center gap-2 border-b border-line", rail ? "justify-center" : "px-4")}>
        <Monogram name={shopName} />
        {rail ? <span className="sr-only">{shopName}</span> : <span className="narrow min-w-0 flex-1 truncate font-semibold" title={shopName}>{shopName}</span>}
      </div>
      <nav aria-label={t("main")} className="min-h-0 flex-1 overflow-y-auto py-2">
        {groupsFor(items).map(({ group, entries }) => (
          <div key={group} className="pb-2">
            {rail ? null : <h2 className="label px-4 pt-2 pb-1">{t(`groups.${group}`)}</h2>}
            <ul className="flex flex-col gap-0.5 px-1.5">
              {entries.map((entry) => (
                <li key={entry.item}>
                  <SidebarLink entry={entry} rail={rail} current={isWithin(pathname, entry.href)} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className={clsx("flex shrink-0 flex-col gap-1 border-t border-line p-1.5", rail && "items-center")}>
        {forced ? null : (
          <Button tone="quiet" size="sm" iconOnly aria-label={rail ? t("expand") : t("collapse")} aria-keyshortcuts="[" title={rail ? t("expand") : t("collapse")} icon={<Fold aria-hidden size={16} />} onClick={toggle} />
        )}
        <AccountPanel personName={personName} roleName={roleName} rail={rail}>{account}</AccountPanel>
      </div>
    </header>
  );
}

function SidebarLink({ entry: { item, href, keys }, rail, current }: { entry: NavEntry; rail: boolean; current: boolean }) {
  const t = useTranslations("nav.items");
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      aria-label={rail ? t(item) : undefined}
      title={rail ? t(item) : undefined}
      className={clsx(
        "flex min-h-8 items-center rounded-sm border-l-2 pointer-coarse:min-h-11",
        rail ? "justify-center" : "justify-between px-2",
        current ? "border-accent-edge bg-sunken font-semibold text-ink" : "border-transparent text-ink-2 hover:bg-sunken hover:text-ink",
      )}
    >
      {rail ? <NavIcon item={item} size={18} /> : t(item)}
      {rail ? null : <span aria-hidden className="font-mono text-2xs font-normal text-ink-3">{keyCaps(keys).join(" ")}</span>}
    </Link>
  );
}
