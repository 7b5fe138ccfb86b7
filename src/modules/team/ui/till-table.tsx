import { useTranslations } from "next-intl";
import { formatDateTime } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { nameDevice } from "@/modules/identity/rules/name-device.ts";
import { DataTable, type Column } from "@/ui/data-table.tsx";
import { ActionForm } from "@/ui/form/action-form.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { endTillAction } from "../actions.ts";
import type { TillView } from "../queries/list-tills.ts";

interface TillTableProps {
  /** Slug of the shop of this page. */
  shop: string;
  tills: readonly TillView[];
  format: FormatStyle;
}

/** The shop's shared tills, each with who stands there and the way to end it. */
export function TillTable({ shop, tills, format }: TillTableProps) {
  const t = useTranslations("tills");
  const account = useTranslations("account");
  const common = useTranslations("common");
  const columns: Column<TillView>[] = [
    { key: "device", header: t("columns.device"), cell: ({ agent }) => nameDevice(agent) ?? account("unknownDevice") },
    { key: "person", header: t("columns.person"), phone: "detail", cell: ({ person }) => person ?? t("nobody") },
    { key: "sharedBy", header: t("columns.sharedBy"), cell: ({ sharedBy }) => sharedBy },
    { key: "address", header: t("columns.address"), cell: ({ address }) => address ?? "—" },
    { key: "used", header: t("columns.lastUsed"), cell: ({ lastUsedAt }) => formatDateTime(lastUsedAt, format) },
    {
      key: "end",
      header: t("columns.end"),
      phone: "value",
      cell: ({ id }) => (
        <ActionForm action={endTillAction} hidden={{ shop, id }} errorsTitle={common("formErrors")} inline>
          <SubmitButton tone="secondary" size="sm" pendingLabel={t("entering")}>{t("end")}</SubmitButton>
        </ActionForm>
      ),
    },
  ];
  return (
    <section className="flex flex-col gap-2 border-t border-line pt-4">
      <h2 className="text-base font-semibold">{t("title")}</h2>
      {tills.length === 0 ? <p className="text-ink-2">{t("empty")}</p> : <DataTable caption={t("title")} columns={columns} rows={tills} rowKey={({ id }) => id} />}
    </section>
  );
}
