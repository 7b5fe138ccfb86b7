import { describe, expect, it } from "vitest";
import { formatDate, formatDateTime, formatDayMonth, formatTime } from "./format-date.ts";
import { formatMoney, formatNumber, formatPercent, formatPrice, formatQuantity, moneyParts } from "./format.ts";
import { formatStyleOf } from "./format-style.ts";

const NBSP = "\u00a0";
const argentina = formatStyleOf({ locale: "es-AR", currency: "ARS", timeZone: "America/Argentina/Buenos_Aires" });
const styled = (locale: string, currency: string) => formatStyleOf({ locale, currency, timeZone: "UTC" });

describe("money", () => {
  it.each([
    ["1234.5", `$${NBSP}1.234,50`],
    ["-1234.5", `-$${NBSP}1.234,50`],
    ["0", `$${NBSP}0,00`],
    ["-0.001", `$${NBSP}0,00`],
    ["999.995", `$${NBSP}1.000,00`],
    ["104202.50", `$${NBSP}104.202,50`],
    ["999999999999.99", `$${NBSP}999.999.999.999,99`],
  ])("writes %s as es-AR does", (value, text) => expect(formatMoney(value, argentina)).toBe(text));

  it.each([
    ["es-MX", "MXN", "$1,234.50"],
    ["es-CL", "CLP", "$1.235"],
    ["es-PY", "PYG", `Gs.${NBSP}1.235`],
    ["es-UY", "UYU", `$${NBSP}1.234,50`],
    ["pt-BR", "BRL", `R$${NBSP}1.234,50`],
    ["en-US", "USD", "US$1,234.50"],
  ])("writes money of %s in %s", (locale, currency, text) => expect(formatMoney("1234.5", styled(locale, currency))).toBe(text));

  it("never lets two currencies look alike", () => {
    expect(formatMoney("1234.5", argentina, { currency: "USD" })).toBe(`US$${NBSP}1.234,50`);
    expect(formatMoney("1234.5", argentina, { currency: "CLP" })).toBe(`CLP${NBSP}1.235`);
    expect(formatMoney("10", styled("en-US", "USD"), { currency: "ARS" })).toBe(`ARS${NBSP}10.00`);
  });

  it("leaves out the sign and the cents when told", () => {
    expect(formatMoney("8450", argentina, { symbol: false })).toBe("8.450,00");
    expect(formatMoney("8450.50", argentina, { cents: false })).toBe(`$${NBSP}8.451`);
  });

  it("gives the pieces of a large total", () => {
    expect(moneyParts("-104202.5", argentina)).toEqual({ sign: "-", symbol: "$", gap: NBSP, whole: "104.202", decimal: ",", cents: "50" });
  });

  it("keeps the small decimals of a unit price", () => {
    expect(formatPrice("0.3525", argentina, { symbol: false })).toBe("0,3525");
    expect(formatPrice("1180.0000", argentina)).toBe(`$${NBSP}1.180,00`);
    expect(formatPrice("-1.5", argentina)).toBe(`-$${NBSP}1,50`);
    expect(formatPrice("990.0000", styled("es-CL", "CLP"))).toBe("$990");
  });
});

describe("quantities, numbers, percentages", () => {
  it.each([
    ["12.5", "m", `12,50${NBSP}m`],
    ["0.350", "kg", `0,350${NBSP}kg`],
    ["3.000", "u", `3${NBSP}u`],
    ["0.5", "u", `0,5${NBSP}u`],
    ["2.125", "m2", `2,125${NBSP}m²`],
    ["-4", "u", `-4${NBSP}u`],
    ["2", "caja", `2${NBSP}caja`],
  ])("writes %s %s", (value, unit, text) => expect(formatQuantity(value, unit, argentina)).toBe(text));

  it("names packages in the shop's words, one or several", () => {
    const shop = formatStyleOf({ locale: "es-AR", currency: "ARS", timeZone: "UTC", counted: { box: { one: "caja", other: "cajas" } } });
    expect(["1", "-1.000", "0", "12", "1.5"].map((value) => formatQuantity(value, "box", shop))).toEqual([`1${NBSP}caja`, `-1${NBSP}caja`, `0${NBSP}cajas`, `12${NBSP}cajas`, `1,5${NBSP}cajas`]);
    expect(formatQuantity("2", "box", argentina)).toBe(`2${NBSP}box`);
  });

  it("groups from four digits on", () => {
    expect(formatNumber("1234", argentina)).toBe("1.234");
    expect(formatNumber("1234567.8900", argentina)).toBe("1.234.567,89");
    expect(formatNumber("1284", styled("en-US", "USD"))).toBe("1,284");
    expect(formatNumber("2.345", argentina, { maxFraction: 2 })).toBe("2,35");
  });

  it("writes percentages in one style", () => {
    expect(formatPercent("21.000", argentina)).toBe(`21${NBSP}%`);
    expect(formatPercent("10.5", argentina)).toBe(`10,5${NBSP}%`);
    expect(formatPercent("10.5", styled("pt-BR", "BRL"))).toBe("10,5%");
  });
});

describe("dates", () => {
  const instant = "2026-11-22T02:05:00.000Z";

  it("shows an instant in the shop's time zone, of 24 hours", () => {
    expect(formatDate(instant, argentina)).toBe("21/11/2026");
    expect(formatTime(instant, argentina)).toBe("23:05");
    expect(formatDateTime(new Date(instant), argentina)).toBe("21/11/2026 23:05");
    expect(formatTime("2026-11-22T03:00:00Z", argentina)).toBe("00:00");
  });

  it("does not move a calendar day", () => expect(formatDate("2026-11-21", argentina)).toBe("21/11/2026"));

  it("orders the parts as the country does", () => {
    expect(formatDate("2026-11-21", styled("en-US", "USD"))).toBe("11/21/2026");
    expect(formatDayMonth("2026-11-21", styled("en-US", "USD"))).toBe("11/21");
    expect(formatDate("2026-11-21", styled("es-CL", "CLP"))).toBe("21-11-2026");
  });
});

it("falls back to es-AR for a locale without a habit", () => {
  expect(formatStyleOf({ locale: "es-BO", currency: "BOB", timeZone: "UTC" })).toMatchObject({ locale: "es-AR", decimal: ",", grouping: "." });
});
