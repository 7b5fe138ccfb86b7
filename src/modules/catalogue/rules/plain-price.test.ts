import { expect, it } from "vitest";
import { plainPrice } from "./plain-price.ts";

it.each([["150.0000", "150.00"], ["0.3525", "0.3525"], ["12.5000", "12.50"], ["0", "0.00"]])("%s → %s", (stored, plain) => expect(plainPrice(stored)).toBe(plain));
