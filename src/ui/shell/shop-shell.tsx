import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { DensitySwitch } from "../density-switch.tsx";
import { KeyHelp } from "../keys/key-help.tsx";
import { LetterKeysSwitch } from "../letter-keys-switch.tsx";
import { LocaleSwitch } from "../locale-switch.tsx";
import { preferencesOf } from "../preferences.ts";
import { ThemeSwitch } from "../theme-switch.tsx";
import { ToastRegion } from "../toast.tsx";
import { CommandCentre } from "./command-centre.tsx";
import type { NavItem } from "./nav-items.ts";
import { PhoneBar } from "./phone-bar.tsx";
import { Sidebar } from "./sidebar.tsx";

interface ShopShellProps {
  shopName: string;
  personName: string;
  roleName?: string;
  /** What this person may open. */
  items: readonly NavItem[];
  /** A form with its button. */
  signOut: ReactNode;
  /** A CommandCentre with a search; without it the palette knows pages only. */
  palette?: ReactNode;
  children: ReactNode;
}

/** The frame around every page of a shop. */
export async function ShopShell({ shopName, personName, roleName, items, signOut, palette, children }: ShopShellProps) {
  const [t, { common, errors, nav }, jar] = await Promise.all([getTranslations("common"), getMessages(), cookies()]);
  const { rail } = preferencesOf((name) => jar.get(name)?.value);
  const account = (
    <div className="flex flex-col gap-3">
      <ThemeSwitch />
      <DensitySwitch />
      <LocaleSwitch />
      <LetterKeysSwitch />
      {signOut}
    </div>
  );
  return (
    <NextIntlClientProvider messages={{ common, errors, nav }} formats={null}>
      <a href="#content" className="sr-only z-50 rounded-sm bg-accent px-4 py-2.5 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2">
        {t("skip")}
      </a>
      <div className="flex min-h-dvh">
        <Sidebar shopName={shopName} personName={personName} roleName={roleName} items={items} startsAsRail={rail === "rail"} account={account} />
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none max-sm:pb-16">
          {children}
        </main>
      </div>
      <PhoneBar shopName={shopName} personName={personName} items={items} account={account} />
      {palette ?? <CommandCentre items={items} />}
      <KeyHelp />
      <ToastRegion />
    </NextIntlClientProvider>
  );
}
