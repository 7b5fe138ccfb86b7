import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { LOCALES } from "@/messages/locales.ts";
import { readSources } from "../support/sources.ts";

const ACTION = /\b([a-z_]+\.[a-z_]+)"/g;

/** Every action that a command records, also where it chooses between two. */
function recordedActions(): string[] {
  const texts = readSources("src/modules").filter(({ path, text }) => /recordAudits?\(/.test(text) && !path.includes("/postings/record-audit"));
  const expressions = texts.flatMap(({ text }) => text.match(/\baction: [^,]+,/g) ?? []);
  return [...new Set(expressions.flatMap((text) => [...text.matchAll(ACTION)].map(([, action]) => action!)))].sort();
}

it.each(LOCALES)("R1 every deed of the trail has words in %s", (locale) => {
  const { actions } = JSON.parse(readFileSync(`src/messages/${locale}/audit.json`, "utf8")) as { actions: Record<string, Record<string, string>> };
  const recorded = recordedActions();
  expect(recorded).toContain("member.leave");
  expect(recorded.filter((action) => { const [noun, verb] = action.split("."); return !actions[noun!]?.[verb!]; })).toEqual([]);
});
