import { expect, test } from "vitest";
import { readCursor, writeCursor } from "./read-cursor.ts";

test("a cursor comes back as it went", () => {
  const cursor = { text: " cano 1/2 ", id: "018f0000-0000-7000-8000-000000000001" };
  expect(readCursor(writeCursor(cursor))).toEqual(cursor);
});

test.each(["", "x", "W10", Buffer.from('["a","not-an-id"]').toString("base64url"), Buffer.from("{}").toString("base64url")])("%j is no cursor", (given) => {
  expect(readCursor(given)).toBeNull();
});
