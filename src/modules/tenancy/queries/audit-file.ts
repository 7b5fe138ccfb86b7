import { createTranslator } from "next-intl";
import { formatDateTime } from "@/kernel/format-date.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { loadCatalogue } from "@/messages/catalogue.ts";
import { isUiLocale } from "@/messages/locales.ts";
import { writeCsv } from "@/platform/spreadsheet/write-csv.ts";
import { writeXlsx } from "@/platform/spreadsheet/write-workbook.ts";
import type { Context } from "../context.ts";
import type { AuditExport } from "../schema.ts";
import { getShop } from "./get-shop.ts";
import { listAudit, type AuditView } from "./list-audit.ts";

export interface AuditFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** What one file holds at most; a longer trail is fetched by days. */
const MOST = 20_000;
const PAGE = 200;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The trail as filtered, the newest first, in the shop's own words, dates and language. */
export async function auditFile(ctx: Pick<Context, "db" | "permissions">, { format, ...filter }: AuditExport): Promise<AuditFile> {
  const shop = await getShop(ctx);
  const style = formatStyleOf(shop);
  const locale = isUiLocale(shop.locale) ? shop.locale : "es-AR";
  const t = createTranslator({ locale, messages: await loadCatalogue(locale), namespace: "audit" });
  const header = [t("columns.at"), t("columns.who"), t("fields.role"), t("columns.action"), t("columns.record"), t("columns.detail"), t("columns.address"), t("columns.device")];
  const rows = (await readAll(ctx, filter)).map((entry) => [
    formatDateTime(entry.at, style), entry.memberName ?? t("machine"), entry.role ?? "", entry.action, entry.entityId ?? "", JSON.stringify(entry.detail), entry.address ?? "", entry.agent ?? "",
  ]);
  const name = `${t("title")}.${format}`;
  if (format === "xlsx") return { name, type: XLSX, bytes: await writeXlsx(t("title"), header, rows) };
  const text = writeCsv(header, rows, { delimiter: style.decimal === "," ? ";" : ",", decimal: style.decimal });
  return { name, type: "text/csv; charset=utf-8", bytes: new TextEncoder().encode(text) };
}

async function readAll(ctx: Pick<Context, "db" | "permissions">, filter: Omit<AuditExport, "format">): Promise<AuditView[]> {
  const all: AuditView[] = [];
  for (let cursor: string | undefined; all.length < MOST; ) {
    const { items, nextCursor } = await listAudit(ctx, { ...filter, limit: PAGE, cursor });
    all.push(...items);
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return all;
}
