import { getLocale, getTranslations } from "next-intl/server";
import { PreferenceSelect } from "./preference-select.tsx";

const LANGUAGES = ["es-AR", "en", "pt-BR"] as const;

export async function LocaleSwitch({ labelHidden }: { labelHidden?: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("common.language"), getLocale()]);
  const options = LANGUAGES.map((value) => ({ value, label: t(value) }));
  return <PreferenceSelect reload name="locale" label={t("label")} labelHidden={labelHidden} value={locale} options={options} />;
}
