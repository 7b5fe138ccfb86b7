import { expect, it } from "vitest";
import { pageByPlace, pageOfWhole, pageQuery } from "./page-by-place.ts";

const LETTERS = [..."abcdefg"];
const ask = (given: object) => pageOfWhole(pageQuery.parse(given), Promise.resolve(LETTERS));

it("goes through a list page by page to its end", async () => {
  const seen: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page = await ask({ limit: "3", ...(cursor ? { cursor } : {}) });
    if (!page.ok) throw new Error(page.code);
    expect(page.value.items.length).toBeLessThanOrEqual(3);
    seen.push(...page.value.items);
    cursor = page.value.nextCursor;
  }
  expect(seen).toEqual(LETTERS);
  expect(await ask({ limit: "7" })).toMatchObject({ value: { items: LETTERS, nextCursor: null } });
  expect(await ask({})).toMatchObject({ value: { nextCursor: null } });
});

it("refuses cursors that are no places, and asks for one row more than it shows", async () => {
  for (const key of [[-1], [1.5], ["a"], [1, 2], [], [2 ** 31], [Number.MAX_SAFE_INTEGER]]) expect(await ask({ cursor: Buffer.from(JSON.stringify(key)).toString("base64url") }), JSON.stringify(key)).toMatchObject({ ok: false, fields: [{ path: "cursor", code: "invalid" }] });
  const asked: number[][] = [];
  await pageByPlace(pageQuery.parse({ limit: "999999" }), async (count, from) => (asked.push([count, from]), []));
  expect(asked).toEqual([[201, 0]]);
});
