import { expect, it } from "vitest";
import { MAX_TEXT } from "./limits.ts";
import { readSharedStrings } from "./read-xlsx-parts.ts";

const MIB = 2 ** 20;
const utf8 = (text: string) => new TextEncoder().encode(text);

/** A part as it comes out of the archive, piece by piece. */
const partOf = (pieces: Iterable<string>) => ({
  async *chunks() {
    for (const piece of pieces) yield utf8(piece);
  },
});

it("reads the texts that cells share, without their readings", async () => {
  const part = partOf(["<sst><si><t>Ca", "ño</t></si><si><r><t>Co</t></r><r><t>do</t></r><rPh><t>x</t></rPh></si></sst>"]);
  expect(await readSharedStrings(part, "")).toEqual(["Caño", "Codo"]);
});

it("refuses texts without end that no cell asks for", async () => {
  const text = `<si><t>${"x".repeat(MIB)}</t></si>`;
  const part = partOf(["<sst>", ...Array.from({ length: Math.ceil(MAX_TEXT / MIB) + 1 }, () => text), "</sst>"]);
  await expect(readSharedStrings(part, "")).rejects.toMatchObject({ code: "file_too_large" });
});
