import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { CutOffNotice } from "@/ui/cut-off-notice.tsx";
import { DEFECT_WORDS_ID } from "@/ui/defect-words.ts";
import { fontVariables } from "@/ui/fonts.ts";
import { preferencesOf } from "@/ui/preferences.ts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: t("app"), template: `%s · ${t("app")}` },
    description: t("tagline"),
    icons: { icon: [{ url: "/icon.svg", type: "image/svg+xml" }, { url: "/icon-192.png", sizes: "192x192" }], apple: "/apple-touch-icon.png" },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf5" },
    { media: "(prefers-color-scheme: dark)", color: "#0e1318" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, t, jar] = await Promise.all([getLocale(), getTranslations("common"), cookies()]);
  const { theme, density, letterKeys } = preferencesOf((name) => jar.get(name)?.value);
  return (
    <html lang={locale} data-theme={theme} data-density={density} data-letter-keys={letterKeys} className={fontVariables}>
      <body>
        {children}
        <CutOffNotice text={t("cutOff")} />
        <template
          id={DEFECT_WORDS_ID}
          data-title={t("defect.title")}
          data-text={t("defect.text")}
          data-code={t("defect.code")}
          data-retry={t("retry")}
        />
      </body>
    </html>
  );
}
