import { expect, test } from "vitest";
import { formatStyleOf } from "./format-style.ts";
import { refuse, refuseField } from "./refusal.ts";
import { hasFigures, writeValues } from "./write-values.ts";

const pesos = formatStyleOf({ locale: "es-AR", currency: "ARS", timeZone: "America/Argentina/Buenos_Aires" });
const reais = formatStyleOf({ locale: "pt-BR", currency: "BRL", timeZone: "America/Sao_Paulo" });

test("an amount of a refusal is money of the shop, a figure has its comma, and all else stays", () => {
  const refusal = refuse("refund_over_limit", { params: { max: { money: "50" }, available: { figure: "2.500" }, name: "Caño 1.50", seconds: 30 } });
  expect(writeValues(refusal, pesos).params).toEqual({ max: "$\u00a050,00", available: "2,5", name: "Caño 1.50", seconds: 30 });
  expect(writeValues(refusal, reais).params).toMatchObject({ max: "R$\u00a050,00" });
});

test("those of its fields too", () => {
  expect(writeValues(refuseField("expectedTotal", "bill_total_differs", { total: { money: "1234.5" } }), pesos).fields).toEqual([{ path: "expectedTotal", code: "bill_total_differs", params: { total: "$\u00a01.234,50" } }]);
});

test("a refusal without figures asks for no shop", () => {
  expect(hasFigures(refuse("sale_empty"))).toBe(false);
  expect(hasFigures(refuse("too_long", { params: { max: 80 } }))).toBe(false);
  expect(hasFigures(refuseField("lines.0", "return_excess", { available: { figure: "1" } }))).toBe(true);
});
