import { expect, it } from "vitest";
import { readNumberFormat, serialToIso, showNumber } from "./number-format.ts";

it.each([
  ["00000", "123", "00123"],
  ["00000", "1234567", "1234567"],
  ["000\\-0000", "1234567", "123-4567"],
  ['"ART "0000', "7", "ART 0007"],
  ["0.00%", "0.105", "10.5%"],
  ["0%", "0.21", "21%"],
  ["[$USD-409] #,##0.00", "12.5", "USD 12.5"],
  ['"U$S" #,##0.00', "12.5", "U$S 12.5"],
  ['"$" #,##0.00;[Red]-"$" #,##0.00', "12.5", "12.5"],
  ["#,##0.00", "1234.5", "1234.5"],
  ["0", "7790895000997", "7790895000997"],
  ["0.00", "1", "1"],
  ["General", "5", "5"],
])("%s shows %s as %s", (format, number, shown) => expect(showNumber(number, readNumberFormat(format))).toBe(shown));

it.each(["dd/mm/yyyy", "[$-2C0A]d mmm yy", "[h]:mm", "m/d/yy h:mm"])("%s is a date", (format) => expect(readNumberFormat(format).date).toBe(true));
it.each(['"d"0', "[Red]0", "\\m0", "0.00E+00"])("%s is none", (format) => expect(readNumberFormat(format).date).toBe(false));

it.each([
  [1, false, "1900-01-01"],
  [59, false, "1900-02-28"],
  [61, false, "1900-03-01"],
  [46082.5, false, "2026-03-01 12:00"],
  [0.5, false, "12:00"],
  [44620, true, "2026-03-01"],
  [-1, false, null],
  [1e9, false, null],
])("day %s (1904: %s) is %s", (serial, epoch, iso) => expect(serialToIso(serial, epoch)).toBe(iso));
