import { expect, it } from "vitest";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { tellFigure } from "./tell-figure.ts";

const style = formatStyleOf({ locale: "es-AR", currency: "ARS", timeZone: "America/Argentina/Buenos_Aires" });

it("R1 amounts are money of the shop, however many digits were kept; rates are percentages, codes stay codes", () => {
  expect(tellFigure("amount", "15000", style)).toBe("$\u00a015.000,00");
  expect(tellFigure("total", "-1250.50", style)).toBe("-$\u00a01.250,50");
  expect(tellFigure("costPrice", "0.352500", style)).toBe("$\u00a00,3525");
  expect(tellFigure("taxRate", "10.50", style)).toBe("10,5\u00a0%");
  expect(tellFigure("quantity", "2.500", style)).toBe("2,5");
  expect(tellFigure("number", "1042", style)).toBeNull();
  expect(tellFigure("amount", "nothing", style)).toBeNull();
});
