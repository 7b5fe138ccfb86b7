import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { importsOf, readSources, type ImportEdge, type Source } from "../support/sources.ts";

// Arrows point down: app, jobs → modules → platform → kernel; ui → kernel; rooms look to lower tiers (src/modules/README.md).

type Edge = ImportEdge & { from: string };
interface House {
  tiers: ReadonlyMap<string, number>;
  /** "from to" of the declared sideways edges. */
  sideways: ReadonlySet<string>;
}

const BELOW: Readonly<Record<string, readonly string[]>> = {
  // src/instrumentation.ts: what a process does besides answering.
  start: ["jobs", "platform"],
  app: ["app", "modules", "platform", "ui", "kernel", "messages"],
  jobs: ["jobs", "modules", "platform", "kernel", "messages"],
  modules: ["modules", "platform", "ui", "kernel", "messages"],
  platform: ["platform", "kernel"],
  ui: ["ui", "kernel"],
  messages: ["messages", "kernel"],
  kernel: ["kernel"],
};
/** What each floor and shelf may take from packages; a floor that is not named takes what it needs. */
const PACKAGES: readonly [shelf: RegExp, allowed: RegExp, why: string][] = [
  [/^src\/kernel\//, /^big\.js$/, "the kernel is pure"],
  [/^src\/modules\/[^/]+\/rules\//, /^(big\.js|zod|node:crypto)$/, "rules are pure decisions"],
  [/^src\/(app|ui|jobs|proxy)/, /^(?!@prisma\/|pg($|\/)|pg-)/, "only platform/db speaks to the database"],
  [/^src\/modules\//, /^(?!@prisma\/|pg($|\/)|pg-)/, "only platform/db speaks to the database"],
];
/** Shelves through which one room enters another. Ground rooms (tier 0) are entered by their own doors as well. */
const ENTRANCES = /^src\/modules\/[^/]+\/(queries|postings|rules)\/|^src\/modules\/[^/]+\/schema\.ts$/;

function readHouse(): House {
  const rows = readFileSync("src/modules/README.md", "utf8").split("\n").filter((line) => line.startsWith("|")).map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
  const tiers = rows.filter(([tier]) => /^\d$/.test(tier!)).flatMap(([tier, rooms]) => rooms!.split(/\s+/).map((room) => [room, Number(tier)] as const));
  const sideways = rows.filter((cells) => cells.slice(0, 2).every((cell) => tiers.some(([room]) => room === cell))).map(([from, to]) => `${from} ${to}`);
  return { tiers: new Map(tiers), sideways: new Set(sideways) };
}

const floorOf = (path: string): string => (path === "src/instrumentation.ts" ? "start" : path.match(/^src\/(\w+)\//)?.[1] ?? "app");
const roomOf = (path: string): string | null => path.match(/^src\/modules\/([^/]+)\//)?.[1] ?? null;
const isOurs = (edge: Edge): boolean => edge.target.startsWith("src/");
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

function edgesOf(sources: readonly Source[]): Edge[] {
  return sources.filter((source) => !isTest(source.path)).flatMap((source) => importsOf(source).map((edge) => ({ ...edge, from: source.path })));
}

function breaches(sources: readonly Source[], house: House): string[] {
  const edges = edgesOf(sources);
  return [
    ...edges.filter((edge) => isOurs(edge) && !(BELOW[floorOf(edge.from)] ?? []).includes(floorOf(edge.target))).map((edge) => `${edge.from} → ${edge.target}: arrows point down`),
    ...edges.filter((edge) => !isOurs(edge)).flatMap((edge) =>
      PACKAGES.filter(([shelf, allowed]) => shelf.test(edge.from) && !allowed.test(edge.specifier)).map(([, , why]) => `${edge.from} → ${edge.specifier}: ${why}`)),
    ...edges.filter((edge) => /^src\/(app|jobs|modules|ui)\//.test(edge.from) && edge.target.startsWith("src/platform/db/generated/")).map((edge) => `${edge.from} → Prisma: only platform/db speaks to the database`),
    ...edges.filter((edge) => isOurs(edge) && !/\.(ts|tsx|json|css|woff2|mjs)$/.test(edge.target)).map((edge) => `${edge.from} → ${edge.specifier}: name the file with its extension`),
    ...edges.flatMap((edge) => betweenRooms(edge, house)),
    ...[...new Set(sources.flatMap((source) => roomOf(source.path) ?? []))].filter((room) => !house.tiers.has(room)).map((room) => `${room}: no tier in src/modules/README.md`),
    ...cycles(edges),
  ];
}

function betweenRooms(edge: Edge, { tiers, sideways }: House): string[] {
  const [from, to] = [roomOf(edge.from), roomOf(edge.target)];
  if (from === null || to === null || from === to) return [];
  const down = tiers.get(to)! < tiers.get(from)! || sideways.has(`${from} ${to}`);
  if (!down) return [`${edge.from} → ${edge.target}: a room looks to lower tiers; declare a sideways edge with its reason or turn the arrow`];
  return tiers.get(to) === 0 || ENTRANCES.test(edge.target) ? [] : [`${edge.from} → ${edge.target}: enter a room through its queries, postings, rules or schema`];
}

/** Rings of files that need each other at run time. */
function cycles(edges: readonly Edge[]): string[] {
  const next = new Map<string, string[]>();
  for (const edge of edges) if (isOurs(edge) && !edge.typeOnly) next.set(edge.from, [...(next.get(edge.from) ?? []), edge.target]);
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) return void found.push(`${[...path.slice(path.indexOf(file)), file].join(" → ")}: a ring`);
    if (done.has(file)) return;
    for (const target of next.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}

const house = readHouse();

test("imports point down, rooms look to lower tiers, nothing goes in rings", () => {
  const sources = readSources("src");
  expect(sources.length).toBeGreaterThan(300);
  expect(breaches(sources, house)).toEqual([]);
});

test("the table of tiers names rooms that exist, and its sideways edges make no ring", () => {
  expect(house.tiers.size).toBeGreaterThan(5);
  for (const edge of house.sideways) expect(house.sideways).not.toContain(edge.split(" ").reverse().join(" "));
});

test.each([
  ["src/platform/x.ts", 'import { a } from "@/modules/stock/schema.ts";', /arrows point down/],
  ["src/ui/x.tsx", 'import type { Log } from "../platform/log.ts";', /arrows point down/],
  ["src/kernel/x.ts", 'export { env } from "@/platform/env.ts";', /arrows point down/],
  ["src/kernel/x.ts", 'import { z } from "zod";', /kernel is pure/],
  ["src/modules/sales/rules/x.ts", 'import { headers } from "next/headers";', /pure decisions/],
  ["src/app/x.ts", 'import { PrismaClient } from "@prisma/client";', /only platform\/db/],
  ["src/app/x.ts", 'const { PrismaClient } = await import("@/platform/db/generated/client.ts");', /Prisma/],
  ["src/modules/stock/queries/x.ts", 'import pg from "pg";', /only platform\/db/],
  ["src/modules/stock/queries/x.ts", 'import { saleView } from "@/modules/sales/queries/sale-view.ts";', /lower tiers/],
  ["src/modules/finance/queries/x.ts", 'import { lines } from "../../sales/queries/x.ts";', /lower tiers/],
  ["src/modules/sales/queries/x.ts", 'import { enter } from "@/modules/stock/commands/adjust.ts";', /through its queries/],
  ["src/modules/sales/queries/x.ts", 'import { a } from "./sale-view";', /extension/],
  ["src/modules/unheard/queries/x.ts", "export const a = 1;", /no tier/],
])("control: planted in %s, `%s` is found", (path, text, reason) => {
  expect(breaches([{ path, text }], house).join("\n")).toMatch(reason);
});

test("control: a ring of three files is found, one of types alone is none", () => {
  const ring = (word: string) => ["a", "b", "c"].map((name, i) => ({ path: `src/kernel/${name}.ts`, text: `${word} { x } from "./${["b", "c", "a"][i]}.ts";` }));
  expect(breaches(ring("import"), house).join()).toMatch(/a\.ts → .*b\.ts → .*c\.ts → .*a\.ts: a ring/);
  expect(breaches(ring("import type"), house)).toEqual([]);
});
