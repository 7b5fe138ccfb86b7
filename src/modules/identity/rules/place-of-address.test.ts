import { expect, it } from "vitest";
import { placeOfAddress } from "./place-of-address.ts";

it.each([
  ["127.0.0.1", "own"], ["::1", "own"], ["192.168.0.7", "local"], ["10.1.2.3", "local"], ["172.20.0.1", "local"], ["::ffff:192.168.1.2", "local"], ["fd12:3456::1", "local"], ["fe80::1", "local"],
  ["190.12.3.4", null], ["172.32.0.1", null], ["2800:810::1", null], ["100.64.0.1", null],
])("A4 %s: %s", (address, place) => expect(placeOfAddress(address)).toBe(place));
