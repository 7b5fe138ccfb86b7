import { useTranslations } from "next-intl";
import { FileDownload, type DownloadWords } from "@/modules/tenancy/ui/file-download.tsx";
import { PaperButtons } from "@/modules/tenancy/ui/paper-buttons.tsx";
import { Button } from "@/ui/button.tsx";
import { TextInput } from "@/ui/text-input.tsx";

interface StatementBarProps {
  tenantSlug: string;
  supplierId: string;
  from: string | undefined;
  to: string | undefined;
  words: DownloadWords;
}

/** Chooses the period of an account, and makes the paper or the spreadsheet of what is chosen. */
export function StatementBar({ tenantSlug, supplierId, from, to, words }: StatementBarProps) {
  const t = useTranslations("purchases.account");
  const period = new URLSearchParams({ ...(from ? { from } : {}), ...(to ? { to } : {}) });
  return (
    <div className="flex flex-wrap items-end justify-between gap-3">
      <form action={`/suppliers/${supplierId}/account`} role="search" className="flex flex-wrap items-end gap-3">
        <div className="w-40"><TextInput label={t("from")} name="from" type="date" defaultValue={from} /></div>
        <div className="w-40"><TextInput label={t("to")} name="to" type="date" defaultValue={to} /></div>
        <Button type="submit">{t("show")}</Button>
      </form>
      <div className="flex flex-wrap items-center gap-2"><PaperButtons tenantSlug={tenantSlug} address={`/api/v1/back-office/suppliers/${supplierId}/statement?${period}`} /><FileDownload tenantSlug={tenantSlug} path={`/api/v1/back-office/suppliers/${supplierId}/statement/export`} search={period.toString()} words={words} /></div>
    </div>
  );
}
