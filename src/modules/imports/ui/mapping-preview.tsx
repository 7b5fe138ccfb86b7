"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/ui/select.tsx";
import { Table, Td, Th } from "@/ui/table.tsx";
import { customKey, IMPORT_FIELDS, type ImportKey } from "../rules/import-values.ts";
import type { KeptPlan } from "../rules/kept-plan.ts";

interface MappingPreviewProps {
  plan: KeptPlan;
  fields: readonly (ImportKey | "")[];
  seesCost: boolean;
  isList: boolean;
  onField: (column: number, field: ImportKey | "") => void;
}

/** The first rows of the list under a choice per column. Empty columns without a heading are left out. */
export function MappingPreview({ plan, fields, seesCost, isList, onField }: MappingPreviewProps) {
  const t = useTranslations("imports");
  const options = [
    ...IMPORT_FIELDS.filter((field) => seesCost || field !== "costPrice").map((field) => ({ value: field as string, label: t(`fields.${isList && field === "costPrice" ? "listPrice" : field}`) })),
    ...(plan.customFields ?? []).map(({ id, name }) => ({ value: customKey(id) as string, label: name })),
  ];
  const columns = plan.columns.filter(({ column, label, samples }) => label !== "" || samples.length > 0 || fields[column] !== "");
  return (
    <div className="overflow-x-auto" role="region" aria-label={t("mapping.preview")} tabIndex={0}>
      <Table caption={t("mapping.preview")}>
        <thead>
          <tr>
            <Th>{t("rows.row")}</Th>
            {columns.map(({ column, label }) => (
              <Th key={column}>
                <span className="block w-40 py-1 font-normal normal-case">
                  <Select
                    label={label === "" ? t("mapping.column", { letter: letterOf(column) }) : t("mapping.columnOf", { letter: letterOf(column), label })}
                    labelHidden
                    name={`column-${column}`}
                    value={fields[column] ?? ""}
                    placeholder={t("mapping.ignore")}
                    options={options}
                    onChange={(event) => onField(column, event.target.value as ImportKey | "")}
                  />
                </span>
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.preview.map(({ row, cells }) => (
            <tr key={row} className={row - 1 === plan.headerRow ? "bg-sunken font-semibold" : row <= plan.firstRow ? "text-ink-3" : undefined}>
              <Td numeric>{row}</Td>
              {columns.map(({ column }) => (
                <Td key={column}>
                  <span className="block max-w-56 truncate text-sm">{cells[column] ?? ""}</span>
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

/** 0 → "A", 26 → "AA": as spreadsheets name their columns. */
function letterOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letterOf(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}
