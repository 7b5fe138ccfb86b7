import { readFileSync } from "node:fs";

// What the production build says that it answers, and what the source says that each of these demands.

/** "account": whoever is signed in, for themselves. "public": everybody. */
export type Demand = { kind: "member"; permission: string | null } | { kind: "account" } | { kind: "public" };

export interface BuiltAction {
  id: string;
  name: string;
  file: string;
  /** An address whose page holds it, with its unknown parts in brackets. */
  page: string;
  isForm: boolean;
  demand: Demand;
  /** The schema of its room that its input is read by; null where it stands in the action itself. */
  schema: string | null;
}

export interface BuiltPage {
  /** With unknown parts in brackets. */
  path: string;
  file: string;
  demand: Demand;
}

const WRAPPERS: Readonly<Record<string, { isForm: boolean; kind: Demand["kind"] }>> = {
  defineAction: { isForm: false, kind: "member" },
  defineFormAction: { isForm: true, kind: "member" },
  defineAccountAction: { isForm: true, kind: "account" },
  definePublicAction: { isForm: true, kind: "public" },
};

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, "utf8")) as T;

/** Every server action of the build. Throws for one that no wrapper of ours made. */
export function builtActions(): BuiltAction[] {
  const { node } = readJson<{ node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }> }>(".next/server/server-reference-manifest.json");
  return Object.entries(node).map(([id, { workers, filename, exportedName }]) => {
    const plan = planOf(filename, exportedName);
    const wrapper = WRAPPERS[plan.wrapper];
    if (!wrapper) throw new Error(`${filename}: ${exportedName} is made by ${plan.wrapper}, which the sweep does not know`);
    return { id, name: exportedName, file: filename, page: addressOf(Object.keys(workers)[0]!.replace(/^app/, "")), isForm: wrapper.isForm, demand: wrapper.kind === "member" ? { kind: "member", permission: plan.permission } : { kind: wrapper.kind }, schema: plan.schema };
  });
}

function planOf(file: string, name: string): { wrapper: string; permission: string | null; schema: string | null } {
  const text = readFileSync(file, "utf8");
  const start = text.indexOf(`export const ${name} = `);
  if (start < 0) throw new Error(`${file}: the build has ${name}, the source has not`);
  const own = text.slice(start, text.indexOf("\nexport ", start + 1) >>> 0);
  const wrapper = /= (\w+)\(/.exec(own)?.[1] ?? "nothing";
  return { wrapper, permission: /\bpermission: "([\w.]+)"/.exec(own)?.[1] ?? null, schema: /\bschema: (\w+)(?=\s*[,}\n])/.exec(own)?.[1] ?? null };
}

/** Every page and route of the build, by the kind of file. */
function builtFiles(kind: "page" | "route"): { path: string; file: string }[] {
  const routes = readJson<Record<string, string>>(".next/app-path-routes-manifest.json");
  return Object.entries(routes).filter(([key]) => key.endsWith(`/${kind}`) && !key.startsWith("/_")).map(([key, path]) => ({ path, file: `src/app${key}.${kind === "page" ? "tsx" : "ts"}` }));
}

export function builtPages(): BuiltPage[] {
  return builtFiles("page").map(({ path, file }) => {
    const asked = [...readFileSync(file, "utf8").matchAll(/enterPage\((null|OWN_ACCOUNT|"[\w.]+")\)/g)].map(([, what]) => what!);
    if (new Set(asked).size > 1) throw new Error(`${file} asks for ${asked.join(" and ")}`);
    const [only] = asked;
    return { path, file, demand: only === undefined ? { kind: "public" } : { kind: "member", permission: only.startsWith('"') ? only.slice(1, -1) : null } };
  });
}

/** Every route, with what it demands when it is read. */
export function builtRoutes(): { path: string; permission: string | null }[] {
  return builtFiles("route").map(({ path, file }) => ({ path, permission: /\bpermission: "([\w.]+)"/.exec(readFileSync(file, "utf8"))?.[1] ?? null }));
}

/** "/(shop)/products/[id]/page" → "/products/[id]" */
function addressOf(key: string): string {
  const path = key.split("/").filter((part) => part !== "" && !part.startsWith("(") && part !== "page").join("/");
  return `/${path}`;
}
