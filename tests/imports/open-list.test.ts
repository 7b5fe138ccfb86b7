import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { holdList, takeList } from "@/modules/imports/reading/list-places.ts";
import { openList, type OpenList } from "@/modules/imports/reading/open-list.ts";
import { writeXlsx } from "@/platform/spreadsheet/write-workbook.ts";
import { watchLoop } from "../support/watch-loop.ts";
import { csv, must } from "./import-list.ts";

const HEADINGS = ["Código", "Descripción", "Rubro", "Costo", "Precio final", "Stock"];
const line = (i: number) => [`D${String(i).padStart(6, "0")}`, `Tornillo modelo ${i}`, `Rubro ${i % 40}`, `${(i % 900) + 1},50`, `${(i % 1800) + 2},99`, String(i % 20)];
const OPTIONS = { decimal: ",", defaultTaxRate: "21" } as const;
const small = () => openList(csv("Código;Producto;Precio\nA1;Uno;1,50\n\nA2;Dos;2,50"));

/** All lines that the thread reads. */
async function readAll(list: OpenList): Promise<number> {
  const { plan, rows } = await list.plan(OPTIONS);
  let lines = 0;
  for (let done = 0; done < rows; done += 2_000) lines += (await list.read(plan, plan.firstRow + done, 2_000, null)).lines.length;
  return lines;
}

// Ten times as many rows: npm run bench:import.
it("a workbook of 10,000 rows is read, planned and handed over while this thread stays free", async () => {
  const bytes = await writeXlsx("Lista", HEADINGS, Array.from({ length: 10_000 }, (_, i) => line(i)));
  await sleep(100);
  const figures = watchLoop();
  const list = must(await openList({ kind: "file", bytes, fileName: "lista.xlsx" }));
  const lines = await readAll(list);
  const { p99, most } = figures();
  list.close();
  expect(lines).toBe(10_000);
  expect({ p99: p99 < 25, most: most < 100 }, `p99 ${p99} ms, most ${most} ms`).toEqual({ p99: true, most: true });
});

it("a list that needs more memory than its thread has is refused in words, and the next one is read", async () => {
  const rows = Array.from({ length: 60_000 }, (_, i) => line(i).join(";"));
  expect(await openList(csv([HEADINGS.join(";"), ...rows].join("\n")), 16)).toMatchObject({ ok: false, code: "file_too_large" });
  const list = must(await small());
  expect(await readAll(list)).toBe(2);
  list.close();
});

it("places are few: a held list makes room, others wait for one that ends", async () => {
  const first = must(await small());
  holdList("a", first);
  expect(takeList("b")).toBeNull();
  const others = [must(await small()), must(await small())];
  // The fourth takes the place of the one that is only held.
  others.push(must(await small()));
  expect(takeList("a")).toBeNull();
  let came = false;
  const waiting = small().then((list) => ((came = true), must(list)));
  await sleep(200);
  expect(came).toBe(false);
  others[0]!.close();
  others[0]!.close();
  const last = await waiting;
  await expect(others[0]!.plan(OPTIONS)).rejects.toThrow("closed");
  expect(await readAll(last)).toBe(2);
  for (const list of [...others, last]) list.close();
  const held = must(await small());
  holdList("a", held);
  expect(takeList("a")).toBe(held);
  held.close();
});
