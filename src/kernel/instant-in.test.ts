import fc from "fast-check";
import { expect, it } from "vitest";
import { formatDate, formatTime } from "./format-date.ts";
import { formatStyleOf } from "./format-style.ts";
import { instantIn } from "./instant-in.ts";

it("reads a wall clock in the shop's zone, whatever the device's", () => {
  expect(instantIn("2026-11-23T08:30", "America/Argentina/Buenos_Aires")!.toISOString()).toBe("2026-11-23T11:30:00.000Z");
  expect(instantIn("2026-01-10T23:00", "America/Santiago")!.toISOString()).toBe("2026-01-11T02:00:00.000Z");
  expect(instantIn("2026-07-10T23:00", "America/Santiago")!.toISOString()).toBe("2026-07-11T03:00:00.000Z");
  expect(instantIn("mañana", "America/Lima")).toBeNull();
  expect(instantIn("2026-13-01T00:00", "America/Lima")).toBeNull();
});

it("shows the time that was typed when it is read back", () => {
  const zones = fc.constantFrom("America/Argentina/Buenos_Aires", "America/Sao_Paulo", "America/Santiago", "America/Mexico_City", "America/Asuncion", "America/New_York");
  // Noon: no zone leaps then.
  fc.assert(fc.property(zones, fc.integer({ min: 0, max: 3_650 }), fc.integer({ min: 0, max: 59 }), (timeZone, days, minute) => {
    const day = new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10);
    const style = formatStyleOf({ locale: "es-AR", currency: "ARS", timeZone });
    const instant = instantIn(`${day}T12:${String(minute).padStart(2, "0")}`, timeZone)!;
    expect(`${formatDate(instant, style)} ${formatTime(instant, style)}`).toBe(`${day.split("-").reverse().join("/")} 12:${String(minute).padStart(2, "0")}`);
  }));
});
