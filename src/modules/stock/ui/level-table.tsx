import { getTranslations } from "next-intl/server";
import { compare } from "@/kernel/decimal.ts";
import { formatQuantity } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { Table, Td, Th } from "@/ui/table.tsx";
import type { LevelView } from "../queries/list-levels.ts";
import type { LocationView } from "../queries/list-locations.ts";

interface LevelTableProps {
  levels: readonly LevelView[];
  locations: readonly LocationView[];
  /** Over all locations. */
  total: Pick<LevelView, "onHand" | "reserved" | "available">;
  unit: string;
  format: FormatStyle;
}

/** Where a product lies. With one location the total says it all. */
export async function LevelTable({ levels, locations, total, unit, format }: LevelTableProps) {
  const t = await getTranslations("stock");
  const cell = (value: string) => <span className={compare(value, "0") < 0 ? "text-negative" : undefined}>{formatQuantity(value, unit, format)}</span>;
  const rows = levels.map((level) => ({ ...level, name: locations.find(({ id }) => id === level.locationId)?.name ?? "" }));
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
          </tr>
        </thead>
        <tbody>
          {locations.length > 1
            ? rows.map((row) => (
                <tr key={row.locationId}>
                  <Td>{row.name}</Td>
                  <Td numeric>{cell(row.onHand)}</Td>
                  <Td numeric>{cell(row.reserved)}</Td>
                  <Td numeric>{cell(row.available)}</Td>
                </tr>
              ))
            : null}
          <tr className="font-semibold">
            <Td>{locations.length > 1 ? t("total") : (locations[0]?.name ?? t("total"))}</Td>
            <Td numeric>{cell(total.onHand)}</Td>
            <Td numeric>{cell(total.reserved)}</Td>
            <Td numeric>{cell(total.available)}</Td>
          </tr>
        </tbody>
      </Table>
    </section>
  );
}
