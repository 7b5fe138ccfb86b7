import { expect, it } from "vitest";
import { readCursor, writeCursor } from "./page-cursor.ts";

it("comes back as it went", () => expect(readCursor(writeCursor(["caño", 3, "id"]), 3)).toEqual(["caño", 3, "id"]));

it.each(["", "x", "null", writeCursor(["a"]), Buffer.from('[{},"a","b"]').toString("base64url"), Buffer.from('["\\u0000","a","b"]').toString("base64url")])(
  "refuses %s", (text) => expect(readCursor(text, 3)).toBeNull());
