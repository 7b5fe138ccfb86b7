import { expect, test } from "vitest";
import { stateOf } from "./order-state.ts";

test("receipts tell of a sent order alone", () => {
  const lines = (...received: string[]) => received.map((came) => ({ quantity: "5.000", received: came }));
  expect(stateOf("draft", lines("0"))).toBe("draft");
  expect(stateOf("sent", lines("0.000", "0.000"))).toBe("sent");
  expect(stateOf("sent", lines("5.000", "0.000"))).toBe("partly_received");
  expect(stateOf("sent", lines("5.000", "7.000"))).toBe("received");
  expect(stateOf("closed", lines("1.000"))).toBe("closed");
});
