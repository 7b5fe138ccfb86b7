import { dayIn } from "@/kernel/day.ts";
import { big, compare, fix } from "@/kernel/decimal.ts";
import { formatDate } from "@/kernel/format-date.ts";
import { formatMoney } from "@/kernel/format.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { accept, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { tablePaper } from "@/platform/pdf/table-paper.ts";
import type { StatementInput } from "../schema.ts";
import { statementWords } from "./statement-words.ts";
import { supplierAccount } from "./supplier-account.ts";
import { supplierStatement } from "./supplier-statement.ts";

/** A supplier's account of a period as a paper in the shop's language: what was owed, what moved it with its due dates, and what is owed. */
export async function statementPdf(ctx: Pick<Context, "db" | "now">, supplierId: string, input: StatementInput): Promise<Result<{ name: string; stream: ReturnType<typeof tablePaper> }>> {
  const [statement, account, shop] = await Promise.all([supplierStatement(ctx, supplierId, input), supplierAccount(ctx, supplierId, { limit: 1 }), getShop(ctx)]);
  if (!statement.ok) return statement;
  if (!account.ok) return account;
  const { supplierName, opening, closing, lines } = statement.value;
  const { t, named } = await statementWords(shop.locale);
  const style = formatStyleOf(shop);
  const [today, day] = [dayIn(ctx.now, shop.timeZone), (date: string): string => formatDate(date, style)];
  const money = (value: string): string => formatMoney(value, style, { symbol: false });
  const isDebt = (amount: string): boolean => big(amount).gt(0);
  // What was paid ahead is not taken off any bill: a paper names no more overdue than is owed.
  const overdue = compare(account.value.overdue, closing) > 0 ? closing : account.value.overdue;
  const last = input.to !== undefined && input.to < today ? input.to : today;
  const stream = tablePaper({
    title: t("title"), from: shop.name, lang: style.locale, at: ctx.now,
    facts: [[t("supplier"), supplierName], [t("period"), input.from === undefined ? t("until", { to: day(last) }) : t("fromTo", { from: day(input.from), to: day(last) })], [t("made"), day(today)]],
    columns: [
      { header: t("date"), width: 54, right: false }, { header: t("entry"), width: 163, right: false }, { header: t("due"), width: 54, right: false },
      { header: t("debit"), width: 70, right: true }, { header: t("credit"), width: 70, right: true }, { header: t("balance"), width: 76, right: true },
    ],
    rows: [
      [input.from === undefined ? "" : day(input.from), t("opening"), "", "", "", money(opening)],
      ...lines.map((line) => [
        day(line.date), named(line), line.dueDate === null ? "" : day(line.dueDate), isDebt(line.amount) ? money(line.amount) : "", isDebt(line.amount) ? "" : money(fix(big(line.amount).abs(), 2)), money(line.balance),
      ]),
    ],
    totals: [
      ...(last === today && isDebt(overdue) ? [[t("overdue"), formatMoney(overdue, style)] as const] : []),
      [big(closing).lt(0) ? t("ahead", { date: day(last) }) : t("closing", { date: day(last) }), formatMoney(fix(big(closing).abs(), 2), style)],
    ],
    foot: [t("foot")], page: (now, of) => t("page", { now, of }),
  });
  return accept({ name: `${t("title")} ${supplierName}.pdf`, stream });
}
