import { expect, it } from "vitest";
import { readNumber } from "./read-number.ts";

it.each([
  ["1.234,50", "1234.50"],
  ["1200*1,21", "1452"],
  ["8450/2", "4225"],
  ["100 + 50 - 20", "130"],
  ["2+3*4", "14"],
  ["10/3", "3.3333"],
  ["1x2", "2"],
  ["-5", "-5"],
  ["", null],
  ["1+", null],
  ["1++2", null],
  ["5/0", null],
  ["12 cajas", null],
  ["999999999999999999*999999999999999999", null],
])("%s is %s", (text, value) => expect(readNumber(text, { decimal: ",", maxFraction: 4 })).toBe(value));
