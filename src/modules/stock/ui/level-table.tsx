import { getTranslations } from "next-intl/server";
import { big, compare, fix, isZero } from "@/kernel/decimal.ts";
import { formatQuantity } from "@/kernel/format.ts";
import { QUANTITY_SCALE } from "@/kernel/money.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { Table, Td, Th } from "@/ui/table.tsx";
import { TextLink } from "@/ui/text-link.tsx";
import type { LevelView } from "../queries/list-levels.ts";
import type { LocationView } from "../queries/list-locations.ts";
import { movementsHref } from "../rules/movements-href.ts";

interface LevelTableProps {
  productId: string;
  levels: readonly LevelView[];
  locations: readonly LocationView[];
  /** Over all locations. */
  total: Pick<LevelView, "onHand" | "reserved" | "available">;
  unit: string;
  format: FormatStyle;
}

/** Where a product lies. With one location the total says it all. */
export async function LevelTable({ productId, levels, locations, total, unit, format }: LevelTableProps) {
  const t = await getTranslations("stock");
  const cell = (value: string) => <span className={compare(value, "0") < 0 ? "text-negative" : undefined}>{formatQuantity(value, unit, format)}</span>;
  // The number of what is there is the way to why.
  const why = (value: string, locationId?: string) => <TextLink href={movementsHref(productId, locationId)}>{cell(value)}</TextLink>;
  const onTheWay = (value: string, locationId?: string) => <TextLink href={`/stock/transfers?${new URLSearchParams({ status: "in_transit", ...(locationId ? { locationId } : {}) })}`}>{cell(value)}</TextLink>;
  const rows = levels.map((level) => ({ ...level, name: locations.find(({ id }) => id === level.locationId)?.name ?? "" }));
  const coming = fix(levels.reduce((sum, { inTransit }) => sum.plus(inTransit), big("0")), QUANTITY_SCALE);
  const isComing = !isZero(coming);
  return (
    <section>
      <h2 className="wide mb-2 text-md font-bold">{t("levels")}</h2>
      <Table caption={t("levels")}>
        <thead>
          <tr>
            <Th>{t("location")}</Th>
            <Th numeric>{t("onHand")}</Th>
            <Th numeric>{t("reserved")}</Th>
            <Th numeric>{t("available")}</Th>
            {isComing ? <Th numeric>{t("inTransit")}</Th> : null}
          </tr>
        </thead>
        <tbody>
          {locations.length > 1
            ? rows.map((row) => (
                <tr key={row.locationId}>
                  <Td>{row.name}</Td>
                  <Td numeric>{why(row.onHand, row.locationId)}</Td>
                  <Td numeric>{cell(row.reserved)}</Td>
                  <Td numeric>{cell(row.available)}</Td>
                  {isComing ? <Td numeric>{isZero(row.inTransit) ? "" : onTheWay(row.inTransit, row.locationId)}</Td> : null}
                </tr>
              ))
            : null}
          <tr className="font-semibold">
            <Td>{locations.length > 1 ? t("total") : (locations[0]?.name ?? t("total"))}</Td>
            <Td numeric>{why(total.onHand)}</Td>
            <Td numeric>{cell(total.reserved)}</Td>
            <Td numeric>{cell(total.available)}</Td>
            {isComing ? <Td numeric>{onTheWay(coming)}</Td> : null}
          </tr>
        </tbody>
      </Table>
    </section>
  );
}
