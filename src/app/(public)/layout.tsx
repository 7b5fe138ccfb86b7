import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LocaleSwitch } from "@/ui/locale-switch.tsx";
import { Logo } from "@/ui/logo.tsx";
import { ThemeSwitch } from "@/ui/theme-switch.tsx";

/** Pages for people without a session: one column, no menu, no catalogue in the browser. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("common");
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-[27rem] flex-col px-4 sm:px-0">
      <header className="flex items-center gap-2.5 pt-8 pb-6 sm:pt-[10vh]">
        <Logo size={32} />
        <span className="wide text-lg font-bold">{t("app")}</span>
      </header>
      <main id="content" className="flex-1 pb-12">{children}</main>
      <footer className="grid grid-cols-2 gap-3 border-t border-line py-4">
        <LocaleSwitch />
        <ThemeSwitch />
      </footer>
    </div>
  );
}
