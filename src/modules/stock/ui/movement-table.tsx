import { getTranslations } from "next-intl/server";
import { formatQuantity } from "@/kernel/format.ts";
import { formatDateTime } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { DataTable, type Column } from "@/ui/data-table.tsx";
import { TextLink } from "@/ui/text-link.tsx";
import type { LocationView } from "../queries/list-locations.ts";
import type { MovementView } from "../queries/list-movements.ts";
import { documentHref } from "../rules/document-href.ts";
import { movementsHref } from "../rules/movements-href.ts";
import { isReason } from "../rules/reasons.ts";

interface MovementTableProps {
  movements: readonly MovementView[];
  /** Named where there are several. */
  locations: readonly LocationView[];
  /** Name and unit by product; where the list is of one product, its unit. */
  products: ReadonlyMap<string, { name: string; unit: string }> | { unit: string };
  format: FormatStyle;
  /** Beside something else: who and where stand under when and what, and what was there before is left to the whole list. */
  short?: boolean;
}

/** Why the stock says what it says: each movement with its document, and what was there before and after. */
export async function MovementTable({ movements, locations, products, format, short = false }: MovementTableProps) {
  const t = await getTranslations("stock");
  if (movements.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  const productOf = ({ productId }: MovementView) => (products instanceof Map ? products.get(productId) : undefined);
  const unitOf = (movement: MovementView) => ("unit" in products ? products.unit : (productOf(movement)?.unit ?? "u"));
  const what = (movement: MovementView) => {
    const word = t(`types.${movement.type as "sale"}`);
    const href = documentHref(movement.source);
    const reason = movement.reason === null ? null : isReason(movement.reason) ? t(`reasons.${movement.reason}`) : movement.reason;
    return <>{href ? <TextLink href={href}>{word}</TextLink> : word}{reason ? <span className="text-ink-3"> · {reason}</span> : null}</>;
  };
  const where = ({ locationId }: MovementView) => (locations.length > 1 ? (locations.find(({ id }) => id === locationId)?.name ?? "") : "");
  const under = (words: string | null) => (short && words ? <span className="block text-2xs leading-4 text-ink-3">{words}</span> : null);
  const columns: Column<MovementView>[] = [
    { key: "at", header: t("columns.at"), cell: (movement) => <><span className="num whitespace-nowrap">{formatDateTime(movement.at, format)}</span>{under(movement.member)}</>, phone: "detail" },
    ...("unit" in products ? [] : [{ key: "product", header: t("columns.product"), cell: (movement: MovementView) => <TextLink href={movementsHref(movement.productId)}>{productOf(movement)?.name ?? ""}</TextLink>, phone: "title" as const }]),
    { key: "type", header: t("columns.type"), cell: (movement) => <>{what(movement)}{under(where(movement))}</>, phone: "unit" in products ? "title" : "below" },
    ...(locations.length > 1 && !short ? [{ key: "location", header: t("location"), cell: where, phone: "unit" in products ? ("below" as const) : ("corner" as const) }] : []),
    ...(short ? [] : [
      { key: "member", header: t("columns.member"), cell: (movement: MovementView) => movement.member ?? "", phone: "unit" in products ? ("corner" as const) : ("hidden" as const) },
      { key: "before", header: t("columns.before"), cell: (movement: MovementView) => formatQuantity(movement.before, unitOf(movement), format), numeric: true },
    ]),
    { key: "quantity", header: t("columns.quantity"), cell: (movement) => <span className={movement.quantity.startsWith("-") ? undefined : "text-positive"}>{movement.quantity.startsWith("-") ? "" : "+"}{formatQuantity(movement.quantity, unitOf(movement), format)}</span>, numeric: true, phone: "value" },
    { key: "after", header: t("columns.after"), cell: (movement) => <span className="font-medium">{formatQuantity(movement.after, unitOf(movement), format)}</span>, numeric: true, phone: "note" },
  ];
  return <DataTable caption={t("title")} rows={movements} rowKey={({ id }) => id} columns={columns} />;
}
