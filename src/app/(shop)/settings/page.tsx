import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProvenForm } from "@/modules/identity/ui/proven-form.tsx";
import { trimZeros } from "@/kernel/decimal.ts";
import { formatMoney, formatNumber } from "@/kernel/format.ts";
import { FORMAT_LOCALES, formatStyleOf } from "@/kernel/format-style.ts";
import { changeSettingsAction } from "@/modules/tenancy/actions.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { hasAmounts } from "@/modules/tenancy/queries/has-amounts.ts";
import { AUDIT_MONTHS, BILL_TOLERANCES, COINS } from "@/modules/tenancy/schema.ts";
import { TAX_CONDITIONS } from "@/modules/tenancy/rules/tax-conditions.ts";
import { RecordHistory } from "@/modules/tenancy/ui/record-history.tsx";
import { Banner } from "@/ui/banner.tsx";
import { SelectField, TextField } from "@/ui/form/fields.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { TextLink } from "@/ui/text-link.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";

const CURRENCIES = ["ARS", "BOB", "BRL", "CLP", "COP", "EUR", "MXN", "PEN", "PYG", "USD", "UYU"];
const ZONES = Intl.supportedValuesOf("timeZone").filter((zone) => zone.startsWith("America/"));

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("settings.read");
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("settings.read");
  const [{ done }, shop, isKept, t, common] = await Promise.all([searchParams, getShop(ctx), hasAmounts(ctx), getTranslations("settings"), getTranslations("common")]);
  const disabled = !ctx.permissions.has("settings.write");
  const format = formatStyleOf(shop);
  const zones = ZONES.includes(shop.timeZone) ? ZONES : [shop.timeZone, ...ZONES];
  return (
    <>
      <PageHeader title={t("title")} count={shop.name} actions={<><LinkButton href="/settings/scales" tone="quiet">{t("scales.title")}</LinkButton><LinkButton href="/settings/fields" tone="quiet">{t("fields")}</LinkButton>{ctx.permissions.has("audit.read") ? <LinkButton href="/audit">{t("audit")}</LinkButton> : null}</>} />
      <PageBody width="form">
        {done === undefined ? null : <Banner tone="positive" live>{t("saved")}</Banner>}
        <ProvenForm action={changeSettingsAction} hidden={{ shop: ctx.tenant.slug }} errorsTitle={common("formErrors")}>
          <TextField name="name" label={t("name")} hint={t("nameHint")} disabled={disabled} defaultValue={shop.name} autoComplete="organization" maxLength={80} required />
          <TextField name="legalName" label={t("legalName")} hint={t("legalNameHint")} optional={common("optional")} disabled={disabled} defaultValue={shop.legalName ?? ""} autoComplete="off" maxLength={120} />
          <TextField name="taxId" label={t("taxId")} optional={common("optional")} disabled={disabled} defaultValue={shop.taxId ?? ""} autoComplete="off" maxLength={20} />
          <SelectField name="taxCondition" label={t("taxCondition.label")} hint={t("taxCondition.hint")} disabled={disabled} defaultValue={shop.taxCondition ?? ""} options={(["", ...TAX_CONDITIONS] as const).map((value) => ({ value, label: t(`taxCondition.${value || "unknown"}`) }))} />
          <SelectField name="negativeStock" label={t("negativeStock.label")} hint={t("negativeStock.hint")} disabled={disabled} defaultValue={shop.negativeStock} options={(["warn", "refuse", "allow"] as const).map((value) => ({ value, label: t(`negativeStock.${value}`) }))} />
          <SelectField name="freightSpread" label={t("freightSpread.label")} hint={t("freightSpread.hint")} disabled={disabled} defaultValue={shop.freightSpread} options={(["value", "weight", "units"] as const).map((value) => ({ value, label: t(`freightSpread.${value}`) }))} />
          <SelectField name="billTolerance" label={t("billTolerance.label")} hint={t("billTolerance.hint")} disabled={disabled} defaultValue={trimZeros(shop.billTolerance)} options={tolerancesWith(trimZeros(shop.billTolerance)).map((value) => ({ value, label: t("billTolerance.percent", { value: formatNumber(value, format) }) }))} />
          <TextField name="stockApproval" label={t("stockApproval.label")} hint={t("stockApproval.hint")} optional={t("stockApproval.none")} disabled={disabled} defaultValue={shop.stockApproval === null ? "" : formatNumber(trimZeros(shop.stockApproval), format)} inputMode="decimal" autoComplete="off" maxLength={20} />
          <SelectField name="cashRounding" label={t("cashRounding.label")} hint={t("cashRounding.hint")} disabled={disabled} defaultValue={shop.cashRounding === null ? "" : trimZeros(shop.cashRounding)} options={[{ value: "", label: t("cashRounding.none") }, ...coinsWith(shop.cashRounding).map((value) => ({ value, label: formatMoney(value, format, { cents: value.includes(".") }) }))]} />
          <SelectField name="currency" label={t("currency")} hint={isKept ? t("currencyKept") : undefined} disabled={disabled || isKept} defaultValue={shop.currency} options={(CURRENCIES.includes(shop.currency) ? CURRENCIES : [shop.currency, ...CURRENCIES]).map((value) => ({ value, label: value }))} />
          <SelectField name="locale" label={t("locale")} hint={t("localeHint")} disabled={disabled} defaultValue={shop.locale} options={FORMAT_LOCALES.map((value) => ({ value, label: t(`locales.${value}`) }))} />
          <SelectField name="timeZone" label={t("timeZone")} disabled={disabled} defaultValue={shop.timeZone} options={zones.map((value) => ({ value, label: value.replace("America/", "").replaceAll("_", " ") }))} />
          <SelectField name="auditMonths" label={t("auditMonths.label")} hint={t("auditMonths.hint")} disabled={disabled} defaultValue={String(shop.auditMonths ?? 0)} options={[...AUDIT_MONTHS, 0].map((months) => ({ value: String(months), label: months === 0 ? t("auditMonths.forever") : t("auditMonths.years", { years: months / 12 }) }))} />
          {disabled ? null : <div><SubmitButton pendingLabel={t("saving")}>{t("save")}</SubmitButton></div>}
        </ProvenForm>
        {ctx.permissions.has("price.change") ? <p><TextLink href={`/prices/lists/${ctx.tenant.id}#methods`}>{t("paymentMethods")}</TextLink></p> : null}
        <RecordHistory ctx={ctx} entity="shop" format={format} />
      </PageBody>
    </>
  );
}

/** What the form offers, and what the shop has through the API. */
function coinsWith(own: string | null): readonly string[] {
  const coins = COINS.map(trimZeros);
  return own === null || coins.includes(trimZeros(own)) ? coins : [...coins, trimZeros(own)];
}

function tolerancesWith(own: string): readonly string[] {
  return (BILL_TOLERANCES as readonly string[]).includes(own) ? BILL_TOLERANCES : [...BILL_TOLERANCES, own];
}
