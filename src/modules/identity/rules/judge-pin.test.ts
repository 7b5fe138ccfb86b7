import { expect, it } from "vitest";
import { isPin, isWeakPin } from "./judge-pin.ts";

it("A8 a PIN is 4 to 6 digits", () => {
  expect(["1593", "15938", "159386"].every(isPin)).toBe(true);
  expect(["159", "1593867", "15a3", " 1593", "١٥٩٣", ""].some(isPin)).toBe(false);
});

it("A8 what everybody tries first is none", () => {
  expect(["0000", "999999", "1234", "4321", "890123", "1212", "121212", "123123", "1122", "111222", "1987", "2024", "2580"].filter((pin) => !isWeakPin(pin))).toEqual([]);
  expect(["1593", "4072", "70316", "830264"].filter(isWeakPin)).toEqual([]);
});
