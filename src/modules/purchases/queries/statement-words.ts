import { createTranslator } from "next-intl";
import { loadCatalogue } from "@/messages/catalogue.ts";
import { isUiLocale } from "@/messages/locales.ts";
import { PAYMENT_WAYS } from "../schema.ts";
import type { StatementLine } from "./supplier-statement.ts";

/** The words of a supplier's statement in the shop's language; `named` says what an entry is, a payment with its way. */
export async function statementWords(shopLocale: string) {
  const locale = isUiLocale(shopLocale) ? shopLocale : "es-AR";
  const messages = await loadCatalogue(locale);
  const [t, tKind, tWay] = [createTranslator({ locale, messages, namespace: "purchases.statement" }), createTranslator({ locale, messages, namespace: "purchases.account.kinds" }), createTranslator({ locale, messages, namespace: "purchases.pay.methods" })];
  const named = ({ kind, reference }: StatementLine): string => {
    const way = kind.startsWith("payment") ? PAYMENT_WAYS.find((one) => one === reference) : undefined;
    return tKind(kind, { reference: way ? tWay(way).toLowerCase() : reference });
  };
  return { t, named };
}
