import Big from "big.js";
import { big, compare, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney } from "@/kernel/money.ts";

/** Notes that people pay with, per ISO 4217 currency. */
const NOTES: Readonly<Record<string, readonly Decimal[]>> = {
  ARS: ["1000", "2000", "5000", "10000", "20000"],
  BOB: ["10", "20", "50", "100", "200"],
  BRL: ["5", "10", "20", "50", "100", "200"],
  CLP: ["1000", "2000", "5000", "10000", "20000"],
  COP: ["2000", "5000", "10000", "20000", "50000", "100000"],
  MXN: ["20", "50", "100", "200", "500", "1000"],
  PEN: ["10", "20", "50", "100", "200"],
  PYG: ["2000", "5000", "10000", "20000", "50000", "100000"],
  UYU: ["20", "50", "100", "200", "500", "1000", "2000"],
};
const OTHER = ["5", "10", "20", "50", "100"];

/** What a customer may hand over: the exact amount, then the total rounded up to each note. At most six, ascending. */
export function suggestNotes(total: Decimal, currency: string): Decimal[] {
  const exact = roundMoney(total);
  const rounded = (NOTES[currency] ?? OTHER).map((note) => roundMoney(big(total).div(note).round(0, Big.roundUp).times(note)));
  return [...new Set([exact, ...rounded])].sort((a, b) => compare(a, b)).slice(0, 6);
}
