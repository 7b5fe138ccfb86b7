import { readdirSync, readFileSync } from "node:fs";
import { posix, sep } from "node:path";
import { parseAst } from "vitest/node";

/** One file of ours as the laws see it. `path` is from the root, with "/" on every system. */
export interface Source {
  path: string;
  text: string;
}

/** A node of the syntax tree (ESTree with TypeScript), read loosely: laws look at few kinds. */
export interface SyntaxNode {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

export interface ImportEdge {
  specifier: string;
  /** Path from the root for what is ours, the specifier itself for packages. */
  target: string;
  /** Erased before it runs. */
  typeOnly: boolean;
}

const IS_CODE = /\.(ts|tsx|mjs)$/;
const NOT_OURS = /(^|\/)(generated|node_modules|\.next)\//;

/** Every code file under these folders, without what Prisma generates. */
export function readSources(...folders: readonly string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((file) => posix.join(folder, file.split(sep).join("/")))
      .filter((path) => IS_CODE.test(path) && !NOT_OURS.test(path))
      .map((path) => ({ path, text: readFileSync(path, "utf8") })),
  );
}

const trees = new WeakMap<Source, SyntaxNode>();

export function treeOf(source: Source): SyntaxNode {
  const known = trees.get(source);
  if (known) return known;
  const tree = parseAst(source.text, { lang: source.path.endsWith("x") ? "tsx" : "ts" }) as unknown as SyntaxNode;
  trees.set(source, tree);
  return tree;
}

/** The node and everything under it. */
export function* nodesUnder(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesUnder(child);
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && typeof (value as SyntaxNode).type === "string";
}

export function lineOf(source: Source, node: SyntaxNode): string {
  return `${source.path}:${source.text.slice(0, node.start).split("\n").length}`;
}

/** Static, dynamic and re-exporting imports of a file. */
export function importsOf(source: Source): ImportEdge[] {
  const edges: ImportEdge[] = [];
  for (const node of nodesUnder(treeOf(source))) {
    const specifier = (node["source"] as SyntaxNode | null | undefined)?.["value"];
    if (typeof specifier !== "string") continue;
    if (!["ImportDeclaration", "ExportNamedDeclaration", "ExportAllDeclaration", "ImportExpression"].includes(node.type)) continue;
    edges.push({ specifier, target: resolve(source.path, specifier), typeOnly: isErased(node) });
  }
  return edges;
}

function isErased(node: SyntaxNode): boolean {
  if (node["importKind"] === "type" || node["exportKind"] === "type") return true;
  const names = (node["specifiers"] ?? []) as SyntaxNode[];
  return names.length > 0 && names.every((name) => name["importKind"] === "type" || name["exportKind"] === "type");
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith("@/")) return posix.join("src", specifier.slice(2));
  return specifier.startsWith(".") ? posix.join(posix.dirname(from), specifier) : specifier;
}

/** The name of what is called: `f` of f(…), `m` of a.b.m(…); empty for anything else. */
export function calleeOf(node: SyntaxNode): string {
  if (node.type !== "CallExpression") return "";
  const callee = node["callee"] as SyntaxNode;
  const named = callee.type === "MemberExpression" ? (callee["property"] as SyntaxNode) : callee;
  return typeof named["name"] === "string" ? named["name"] : "";
}
