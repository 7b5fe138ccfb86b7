import { expect, it } from "vitest";
import { slugCandidate } from "./slug.ts";

it.each([
  ["Ferretería El Ñandú", 1, "ferreteria-el-nandu"],
  ["Ferretería El Ñandú", 2, "ferreteria-el-nandu-2"],
  ["  ¡Kiosco 24 hs!  ", 1, "kiosco-24-hs"],
  ["Admin", 1, "tienda-admin"],
  ["API", 3, "tienda-api-3"],
  ["商店", 1, "tienda"],
  ["🔩", 12, "tienda-12"],
  ["a".repeat(60), 1, "a".repeat(40)],
  [`${"a".repeat(39)} b`, 1, "a".repeat(39)],
  ["../../etc/passwd", 1, "etc-passwd"],
])("C14 %s, try %i: %s", (name, number, slug) => expect(slugCandidate(name, number)).toBe(slug));
