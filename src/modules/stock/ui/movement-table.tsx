import { getTranslations } from "next-intl/server";
import { formatQuantity } from "@/kernel/format.ts";
import { formatDateTime } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { DataTable } from "@/ui/data-table.tsx";
import { TextLink } from "@/ui/text-link.tsx";
import type { MovementView } from "../queries/list-movements.ts";

interface MovementTableProps {
  movements: readonly MovementView[];
  unit: string;
  format: FormatStyle;
}

/** Why the stock says what it says: each movement with its document. */
export async function MovementTable({ movements, unit, format }: MovementTableProps) {
  const t = await getTranslations("stock");
  if (movements.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  const what = (movement: MovementView) => {
    const word = t(`types.${movement.type as "sale"}`);
    return movement.source.kind === "sale" ? <TextLink href={`/sales/${movement.source.id}`}>{word}</TextLink> : word;
  };
  return (
    <section>
      <h2 className="wide mb-2 text-md font-bold">{t("title")}</h2>
      <DataTable
        caption={t("title")}
        rows={movements}
        rowKey={(movement) => movement.id}
        columns={[
          { key: "at", header: t("columns.at"), cell: (movement) => <span className="num whitespace-nowrap">{formatDateTime(movement.at, format)}</span>, phone: "detail" },
          { key: "type", header: t("columns.type"), cell: what, phone: "title" },
          { key: "member", header: t("columns.member"), cell: (movement) => movement.member ?? "" },
          { key: "quantity", header: t("columns.quantity"), cell: (movement) => formatQuantity(movement.quantity, unit, format), numeric: true, phone: "value" },
          { key: "after", header: t("columns.after"), cell: (movement) => formatQuantity(movement.after, unit, format), numeric: true, phone: "note" },
        ]}
      />
    </section>
  );
}
