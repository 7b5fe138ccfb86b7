import { expect, it } from "vitest";
import { quickest } from "../../../../tests/support/quickest.ts";
import { normalizeEmail } from "./normalize-email.ts";

it.each([
  ["Marta@Ejemplo.COM", "marta@ejemplo.com"],
  ["  marta@ejemplo.com ", "marta@ejemplo.com"],
  ["marta+caja@ejemplo.com.ar", "marta+caja@ejemplo.com.ar"],
  ["m@xn--and-6ma2c.com.ar", "m@xn--and-6ma2c.com.ar"],
  ["o'brien@a-b.co", "o'brien@a-b.co"],
])("C11 %s is the account %s", (text, email) => expect(normalizeEmail(text)).toBe(email));

it.each([
  "",
  "marta",
  "marta@",
  "@ejemplo.com",
  "marta@ejemplo",
  "mаrta@ejemplo.com", // a Cyrillic а
  "marta@ejemplo.com,eva@mala.com",
  "marta@ejemplo.com\r\nBcc: eva@mala.com",
  "marta@ejemplo.com\n",
  "ma rta@ejemplo.com",
  "marta@@ejemplo.com",
  "mar..ta@ejemplo.com",
  ".marta@ejemplo.com",
  "marta@-ejemplo.com",
  "marta@ejemplo.c",
  "marta@[127.0.0.1]",
  "\"marta\"@ejemplo.com",
  "marta\0@ejemplo.com",
  `${"m".repeat(65)}@ejemplo.com`,
  `m@${"e".repeat(250)}.com`,
  "İ@ejemplo.com",
])("C11 %j is no address", (text) => expect(normalizeEmail(text)).toBeNull());

it("C11 a hostile length costs nothing", () => {
  const hostile = `${"a.".repeat(50_000)}@${"a-".repeat(50_000)}`;
  expect(quickest(() => normalizeEmail(hostile))).toBeLessThan(50);
});
