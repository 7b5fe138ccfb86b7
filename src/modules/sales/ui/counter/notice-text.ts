import type { useTranslations } from "next-intl";
import { compare } from "@/kernel/decimal.ts";
import { formatDateTime } from "@/kernel/format-date.ts";
import { formatMoney, formatNumber, formatPercent, formatPrice, formatQuantity } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import type { RefusalCode } from "@/kernel/refusal.ts";
import { writeValues } from "@/kernel/write-values.ts";
import { refusalMessage } from "@/messages/refusal-message.ts";
import type { Notice, PriceChange } from "./counter-state.ts";

interface Words {
  t: ReturnType<typeof useTranslations<"pos.notice">>;
  tErrors: ReturnType<typeof useTranslations<"errors">>;
  tKeys: ReturnType<typeof useTranslations<"pos.keys">>;
  format: FormatStyle;
  /** Where the stock stands. */
  placeName: string;
}

/** The words of a notice. */
export function noticeText(notice: Notice, words: Words): string {
  const { t, tErrors, format } = words;
  switch (notice.kind) {
    case "refusal":
      return refusalMessage(tErrors, writeValues({ ...notice, ok: false }, format));
    case "returned":
      return t("returned", { total: formatMoney(notice.total, format), reason: returnReason(notice, words) });
    case "unknown":
      return `${t("unknown", { code: notice.code })}${notice.more > 0 ? ` (${t("unknownMore", { count: notice.more })})` : ""}`;
    case "nothingFound":
      return t("nothingFound", { query: notice.query });
    case "confirmQuantity":
      return t("confirmQuantity", { quantity: formatQuantity(notice.quantity, notice.unit, format) });
    case "price": {
      const { name, salePrice, stock } = notice.product;
      const facts = { name, stock: formatNumber(stock, format), place: words.placeName || "none" };
      return salePrice === null ? t("priceless", facts) : t("price", { ...facts, price: formatPrice(salePrice, format) });
    }
    case "removed":
    case "belowCost":
    case "noPrice":
    case "noSaleOf":
    case "ticketCame":
    case "ticketLeft":
      return t(notice.kind, { name: notice.name });
    case "lostDemand":
      return t("lostDemand", { name: notice.name, quantity: formatNumber(notice.quantity, format) });
    case "newPrices":
    case "pricesTaken":
      return t(notice.kind, { changes: priceChanges(notice.changes, words) });
    case "listTaken":
      return t("listTaken", { name: notice.name, changes: priceChanges(notice.changes, words) || "none" });
    case "allowed":
    case "allowedCharge":
      return t(notice.kind, { name: notice.name });
    case "voucherSpent":
      return t("voucherSpent", { code: notice.code });
    case "unreadTickets":
      return t("unreadTickets", { count: notice.count });
    case "keyTaken":
      return t("keyTaken", { name: words.tKeys(notice.by) });
    case "problem":
      return notice.message ?? t("noAnswer");
    case "settled":
      return t("settled", { amount: formatMoney(notice.amount, format) });
    case "noSuchSale":
    case "noSuchQuote":
    case "saleUndone":
    case "nothingToGiveBack":
      return t(notice.kind, { number: notice.number });
    case "cost":
      return t("cost", { cost: formatPrice(notice.cost, format), margin: notice.margin === null ? "none" : formatPercent(notice.margin, format) });
    case "sale":
      return t("sale", { number: notice.number, total: formatMoney(notice.total, format), when: formatDateTime(notice.soldAt, format) });
    case "line":
      return lineText(notice, words);
    case "notInSale":
    case "notInCatalogue":
      return t(notice.kind, { code: notice.code });
    case "moreThanSold":
      return t("moreThanSold", { name: notice.name, left: formatNumber(notice.left, format) });
    case "gaveBack": {
      const facts = { number: notice.number, total: formatMoney(notice.total, format) };
      return notice.code === null ? t("gaveBack", facts) : t("gaveCredit", { ...facts, code: notice.code });
    }
    case "tillWasOpen": {
      const counted = formatMoney(notice.counted, format);
      return notice.by === null || notice.float === null ? t("tillWasOpen", { counted }) : t("tillWasOpenBy", { name: notice.by, float: formatMoney(notice.float, format), counted });
    }
    case "dropped":
      return t("dropped", { text: notice.text });
    default:
      return t(notice.kind);
  }
}

function lineText({ line, total, stock }: Extract<Notice, { kind: "line" }>, { t, format }: Words): string {
  const { name, sku, quantity, unit, unitPrice, listPrice } = line;
  const isChanged = listPrice !== null && compare(listPrice, unitPrice) !== 0;
  const facts = [
    t("line", { name: [name, sku].filter(Boolean).join(" · "), quantity: formatQuantity(quantity, unit, format), price: formatPrice(unitPrice, format), total: formatMoney(total, format) }),
    ...(isChanged ? [t("lineList", { price: formatPrice(listPrice, format) })] : []),
    ...(stock === null ? [] : [t("lineStock", { stock: formatNumber(stock, format) })]),
  ];
  return facts.join(" ");
}

function returnReason({ changes, code, message }: Extract<Notice, { kind: "returned" }>, { t, tErrors, format }: Words): string {
  if (changes.length > 0) {
    return t("pricesChanged", { changes: priceChanges(changes, { t, format }) });
  }
  if (message !== null) return message;
  return tErrors.has(code as RefusalCode) ? refusalMessage(tErrors, { code: code as RefusalCode }) : t("returnedUnknown");
}

function priceChanges(changes: readonly PriceChange[], { t, format }: Pick<Words, "t" | "format">): string {
  return changes.map(({ name, before, now }) => t("priceChange", { name, before: formatPrice(before, format), now: formatPrice(now, format) })).join(" · ");
}
