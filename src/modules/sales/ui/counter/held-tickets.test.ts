import { expect, it } from "vitest";
import { listedOf, type Held } from "./held-tickets.ts";

const held = (id: string, more: Partial<Held>): Held => ({ id, name: "Martillo", total: "100.00", by: null, registerName: null, at: "2026-11-20T12:00:00Z", returned: false, ...more });

it("3.7 the list shows what came back and then the newest first, and looks by name, member, register or amount", () => {
  const all = [held("old", { at: "2026-11-20T10:00:00Z" }), held("new", { name: "Señora López", at: "2026-11-20T13:00:00Z" }), held("back", { at: null, returned: true }), held("there", { by: "Ana", registerName: "Caja 2", total: "12300.50", at: "2026-11-20T11:00:00Z" })];
  const ids = (words: string) => listedOf(all, words).map(({ id }) => id);
  expect(ids("")).toEqual(["back", "new", "there", "old"]);
  expect([ids("lopez SENORA"), ids("ana caja"), ids("12300"), ids("nobody")]).toEqual([["new"], ["there"], ["there"], []]);
});
