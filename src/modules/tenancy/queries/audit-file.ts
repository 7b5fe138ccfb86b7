import { createTranslator } from "next-intl";
import { formatDateTime } from "@/kernel/format-date.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { loadCatalogue } from "@/messages/catalogue.ts";
import { isUiLocale } from "@/messages/locales.ts";
import { sheetFile, type SheetFile } from "@/platform/spreadsheet/sheet-file.ts";
import type { Context } from "../context.ts";
import type { AuditExport } from "../schema.ts";
import { getShop } from "./get-shop.ts";
import { listAudit, type AuditView } from "./list-audit.ts";

/** What one file holds at most; a longer trail is fetched by days. */
const MOST = 20_000;
const PAGE = 200;

/** The trail as filtered, the newest first, in the shop's own words, dates and language. */
export async function auditFile(ctx: Pick<Context, "db" | "permissions">, { format, ...filter }: AuditExport): Promise<SheetFile> {
  const shop = await getShop(ctx);
  const style = formatStyleOf(shop);
  const locale = isUiLocale(shop.locale) ? shop.locale : "es-AR";
  const t = createTranslator({ locale, messages: await loadCatalogue(locale), namespace: "audit" });
  const header = [t("columns.at"), t("columns.who"), t("fields.role"), t("columns.action"), t("columns.record"), t("columns.detail"), t("columns.address"), t("columns.device")];
  const rows = (await readAll(ctx, filter)).map((entry) => [
    formatDateTime(entry.at, style), entry.memberName ?? t("machine"), entry.role ?? "", entry.action, entry.entityId ?? "", JSON.stringify(entry.detail), entry.address ?? "", entry.agent ?? "",
  ]);
  return sheetFile(format, { title: t("title"), header, rows, decimal: style.decimal });
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
