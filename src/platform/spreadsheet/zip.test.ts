import { strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import { ZipArchive } from "./zip.ts";

async function unpack(bytes: Uint8Array, name: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of new ZipArchive(bytes).chunks(name)) text += decoder.decode(chunk, { stream: true });
  return text;
}

it("unpacks stored and deflated parts, and says what is missing", async () => {
  const bytes = zipSync({ "a/ñ.xml": strToU8("hola ".repeat(99)), b: [strToU8("b"), { level: 0 }] });
  expect(await unpack(bytes, "a/ñ.xml")).toBe("hola ".repeat(99));
  expect(await unpack(bytes, "b")).toBe("b");
  expect(new ZipArchive(bytes).has("c")).toBe(false);
});

it("refuses a bomb by what it declares", async () => {
  const bomb = zipSync({ x: new Uint8Array(40 * 2 ** 20) }, { level: 9 });
  await expect(unpack(bomb, "x")).rejects.toThrow("file_too_large");
});

it("stops a part that yields more than it declares", async () => {
  const liar = zipSync({ x: new Uint8Array(2 ** 20) });
  const directory = Buffer.from(liar).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  new DataView(liar.buffer).setUint32(directory + 24, 1000, true);
  await expect(unpack(liar, "x")).rejects.toThrow("file_unreadable");
});

it("refuses encrypted parts", () => {
  const locked = zipSync({ x: strToU8("x") });
  const directory = Buffer.from(locked).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  locked[directory + 8] = 1;
  expect(() => new ZipArchive(locked)).toThrow("file_encrypted");
});
