import { getTranslations } from "next-intl/server";
import { cookies } from "next/headers";
import { PreferenceSelect } from "./preference-select.tsx";
import { LETTER_KEYS, preferencesOf } from "./preferences.ts";

/** Single-letter shortcuts can be turned off (WCAG 2.1.4). */
export async function LetterKeysSwitch() {
  const [t, jar] = await Promise.all([getTranslations("common.letterKeys"), cookies()]);
  const { letterKeys } = preferencesOf((name) => jar.get(name)?.value);
  const options = LETTER_KEYS.map((value) => ({ value, label: t(value) }));
  return <PreferenceSelect name="letterKeys" label={t("label")} value={letterKeys} options={options} />;
}
