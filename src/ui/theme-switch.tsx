import { getTranslations } from "next-intl/server";
import { cookies } from "next/headers";
import { PreferenceSelect } from "./preference-select.tsx";
import { preferencesOf, THEMES } from "./preferences.ts";

export async function ThemeSwitch({ labelHidden }: { labelHidden?: boolean }) {
  const [t, jar] = await Promise.all([getTranslations("common.theme"), cookies()]);
  const { theme } = preferencesOf((name) => jar.get(name)?.value);
  const options = THEMES.map((value) => ({ value, label: t(value) }));
  return <PreferenceSelect name="theme" label={t("label")} labelHidden={labelHidden} value={theme} options={options} />;
}
