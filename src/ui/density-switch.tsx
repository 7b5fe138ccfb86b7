import { getTranslations } from "next-intl/server";
import { cookies } from "next/headers";
import { PreferenceSelect } from "./preference-select.tsx";
import { DENSITIES, preferencesOf } from "./preferences.ts";

export async function DensitySwitch({ labelHidden }: { labelHidden?: boolean }) {
  const [t, jar] = await Promise.all([getTranslations("common.density"), cookies()]);
  const { density } = preferencesOf((name) => jar.get(name)?.value);
  const options = DENSITIES.map((value) => ({ value, label: t(value) }));
  return <PreferenceSelect name="density" label={t("label")} labelHidden={labelHidden} value={density} options={options} />;
}
