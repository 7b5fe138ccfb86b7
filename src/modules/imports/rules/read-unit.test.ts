import { expect, it } from "vitest";
import { readUnit } from "./read-unit.ts";

it.each([["Unid.", "u"], ["C/U", "u"], ["KG", "kg"], ["kilo", "kg"], ["Mts.", "m"], ["m²", "m2"], ["M3", "m3"], ["Lts", "l"], ["cc", "ml"], ["Caja", "box"], ["Par", "pair"], ["rollo", "roll"], ["bidon", null], ["", null]])(
  "%s is %s",
  (text, unit) => expect(readUnit(text)).toBe(unit),
);
