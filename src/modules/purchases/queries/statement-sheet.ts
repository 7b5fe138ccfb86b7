import { big, fix, type Decimal } from "@/kernel/decimal.ts";
import { formatDate } from "@/kernel/format-date.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { accept, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import type { OutCell } from "@/platform/spreadsheet/out-cell.ts";
import { sheetFile, type SheetFile } from "@/platform/spreadsheet/sheet-file.ts";
import type { ExportStatementInput } from "../schema.ts";
import { statementWords } from "./statement-words.ts";
import { supplierStatement } from "./supplier-statement.ts";

/** A supplier's account of a period as a table: the rows of its paper (statement-file.ts), whose amounts can be summed. */
export async function statementSheet(ctx: Pick<Context, "db">, supplierId: string, { format, ...period }: ExportStatementInput): Promise<Result<SheetFile>> {
  const [statement, shop] = await Promise.all([supplierStatement(ctx, supplierId, period), getShop(ctx)]);
  if (!statement.ok) return statement;
  const { supplierName, opening, lines } = statement.value;
  const { t, named } = await statementWords(shop.locale);
  const style = formatStyleOf(shop);
  const day = (date: string | null | undefined): string => (date ? formatDate(date, style) : "");
  const sides = (amount: Decimal): OutCell[] => (big(amount).gt(0) ? [{ number: amount }, null] : [null, { number: fix(big(amount).abs(), 2) }]);
  return accept(sheetFile(format, {
    title: `${t("title")} ${supplierName}`,
    header: [t("date"), t("entry"), t("due"), t("debit"), t("credit"), t("balance")],
    rows: [
      [day(period.from), t("opening"), "", null, null, { number: opening }],
      ...lines.map((line) => [day(line.date), named(line), day(line.dueDate), ...sides(line.amount), { number: line.balance }]),
    ],
    decimal: style.decimal,
  }));
}
