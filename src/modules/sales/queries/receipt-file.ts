import { createTranslator } from "next-intl";
import { compare, isZero, trimZeros } from "@/kernel/decimal.ts";
import { formatDateTime } from "@/kernel/format-date.ts";
import { formatMoney, formatPercent, formatPrice, formatQuantity } from "@/kernel/format.ts";
import { formatStyleOf, type FormatStyle } from "@/kernel/format-style.ts";
import { sumMoney } from "@/kernel/money.ts";
import { accept, type Result } from "@/kernel/refusal.ts";
import { loadCatalogue } from "@/messages/catalogue.ts";
import { isUiLocale } from "@/messages/locales.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { goodsColumns, tablePaper } from "@/platform/pdf/table-paper.ts";
import { taxLegend, type ReceiptContent, type ReceiptIssuer } from "../rules/receipt.ts";
import type { ReceiptFileInput } from "../schema.ts";
import { breakWords } from "../ui/break-words.ts";
import { listPrints } from "./list-prints.ts";
import { loadReceipt } from "./load-receipt.ts";

type Reader = Pick<Context, "db">;
type Words = Awaited<ReturnType<typeof wordsOf>>;

/** The receipt of a sale, or of a return of it, on A4 sheets in the shop's language; marked where it is not the first on paper. */
export async function receiptPdf(ctx: Reader, saleId: string, { returnId, print }: ReceiptFileInput): Promise<Result<{ name: string; stream: ReturnType<typeof tablePaper> }>> {
  const loaded = await loadReceipt(ctx.db, saleId, returnId);
  if (!loaded.ok) return loaded;
  const prints = (await listPrints(ctx.db, saleId)).filter((each) => each.returnId === (returnId ?? null));
  const own = prints.find(({ id }) => id === print);
  return accept(await paperOf(ctx, loaded.value, own ? own.isCopy : prints.length > 0));
}

/** The same as its customer gets it behind the link: a file, and no copy of a paper. */
export async function sharedReceiptPdf(ctx: Reader, saleId: string): Promise<Result<{ name: string; stream: ReturnType<typeof tablePaper> }>> {
  const loaded = await loadReceipt(ctx.db, saleId);
  return loaded.ok ? accept(await paperOf(ctx, loaded.value, false)) : loaded;
}

async function paperOf(ctx: Reader, { content, issuer }: { content: ReceiptContent; issuer: ReceiptIssuer }, isCopy: boolean) {
  const words = await wordsOf(ctx);
  const { style, t } = words;
  const title = content.kind === "return" ? t("return", { number: content.number! }) : t("sale", { number: content.number! });
  const plain = (value: string) => formatMoney(value, style, { symbol: false });
  const stream = tablePaper({
    title, from: issuer.name, lang: style.locale, at: new Date(content.at), ...(isCopy ? { stamp: t("copy") } : {}),
    facts: factsOf(content, issuer, words),
    columns: goodsColumns([t("sheet.code"), t("sheet.product"), t("sheet.quantity"), t("sheet.unitPrice"), t("sheet.amount")]),
    rows: [...content.lines.map((line) => [
      line.sku ?? "", [line.name, ...notesOf(line, words)].join(". "), formatQuantity(line.quantity, line.unit, style), formatPrice(trimZeros(line.unitPrice), style, { symbol: false }), plain(line.gross),
    ]), ...content.back.map(({ name, quantity, unit, number, total }) => ["", t("back", { name, quantity: formatQuantity(quantity, unit, style), number: number ?? "none" }), "", "", plain(`-${total}`)])],
    totals: totalsOf(content, words), foot: footOf(content, issuer, words), page: (now, of) => t("sheet.page", { now, of }),
  });
  return { name: `${title}.pdf`, stream };
}

function notesOf({ priceList, quantityBreak }: ReceiptContent["lines"][number], { t, style }: Words): string[] {
  return [...(priceList === null ? [] : [t("priceList", { name: priceList })]), ...(quantityBreak ? [t("break", breakWords(quantityBreak, style))] : [])];
}

function factsOf(content: ReceiptContent, issuer: ReceiptIssuer, { t, style }: Words): [string, string][] {
  const legal = [issuer.legalName, issuer.taxCondition === null ? null : t(`conditions.${issuer.taxCondition}`)].filter(Boolean).join(" · ");
  const known: [string, string | null][] = [
    [t("sheet.condition"), legal || null], [t("sheet.taxId"), issuer.taxId], [t("sheet.address"), issuer.address],
    [t("sheet.date"), formatDateTime(content.at, style)], [t("sheet.seller"), content.memberName], [t("sheet.customer"), content.customer], [t("sheet.ofSale"), content.ofSale],
  ];
  return known.filter((fact): fact is [string, string] => fact[1] !== null);
}

function totalsOf(content: ReceiptContent, { t, style }: Words): [string, string][] {
  const plain = (value: string) => formatMoney(value, style, { symbol: false });
  return [
    ...(isZero(content.discount) ? [] : [[t("discount"), plain(content.discount.startsWith("-") ? content.discount.slice(1) : `-${content.discount}`)] as [string, string]]),
    ...content.adjustments.map(({ method, amount }): [string, string] => [t(amount.startsWith("-") ? "methodDiscount" : "methodSurcharge", { method: t(`methods.${method as "cash"}`) }), plain(amount)]),
    ...(isZero(content.rounding) ? [] : [[t("rounding"), plain(content.rounding)] as [string, string]]),
    ...content.payments.map(({ method, count, amount }): [string, string] => [`${t(`methods.${method as "cash"}`)}${count > 1 ? ` · ${t("count", { count })}` : ""}`, plain(amount)]),
    ...(compare(content.change, "0") === 0 ? [] : [[t("change"), plain(content.change)] as [string, string]]),
    ...content.credits.map(({ code, amount }): [string, string] => [code === null ? t("creditWaiting") : t("credit", { code }), plain(amount)]),
    [t(content.kind === "return" ? "refunded" : "total"), formatMoney(content.total, style)],
  ];
}

function footOf({ taxes }: ReceiptContent, issuer: ReceiptIssuer, { t, style }: Words): string[] {
  const legend = taxLegend(issuer);
  const money = (value: string) => formatMoney(value, style);
  const said = legend === "none" ? [] : legend === "rates" ? taxes.map(({ rate, tax }) => `${t("tax", { rate: formatPercent(rate, style) })}: ${money(tax)}`) : [
    t("transparency"), `${t("taxContained")}: ${money(sumMoney(taxes.map(({ tax }) => tax)))}`, `${t("otherTaxes")}: ${money("0.00")}`,
  ];
  return [...said, t("notFiscal")];
}

async function wordsOf(ctx: Reader) {
  const shop = await getShop(ctx);
  const locale = isUiLocale(shop.locale) ? shop.locale : "es-AR";
  const style: FormatStyle = formatStyleOf(shop);
  return { style, t: createTranslator({ locale, messages: await loadCatalogue(locale), namespace: "receipt" }) };
}
