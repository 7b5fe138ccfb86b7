import type { CpuProfile } from "./profile-server.ts";

/** What a frame is part of, by the file it stands in; the nearest frame upwards that is told apart gives the kind of what is below it. */
const KINDS: readonly [RegExp, string][] = [
  [/node_modules\/@prisma\//, "Prisma (transaction)"],
  [/node_modules\/(pg|pg-[a-z]+|postgres-[a-z]+)\//, "pg, with its writes and reads"],
  [/node_modules\/next\/|\[root-of-the-server\]/, "Next: HTTP, routing, request and response"],
  [/\/chunks\/.*access-token/, "token check"],
  [/\/chunks\//, "our code and its libraries (schema, rules, ids, gate)"],
];

/** The server's own time during a profile, apart from waiting, by kind: share and milliseconds per call. */
export function shareByKind(profile: CpuProfile, calls: number): string[][] {
  const frames = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
  const parents = new Map(profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id] as const)));
  const kindOf = (id: number): string => {
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const { url, functionName } = frames.get(at)!;
      const kind = KINDS.find(([where]) => where.test(url))?.[1];
      if (kind) return kind;
      if (functionName === "(garbage collector)") return "garbage collection";
      if (functionName === "(idle)") return "idle";
    }
    return "Node: sockets, HTTP parser, promises, event loop";
  };
  const kinds = new Map<number, string>(profile.nodes.map(({ id }) => [id, kindOf(id)]));
  const spent = new Map<string, number>();
  profile.samples.forEach((id, i) => spent.set(kinds.get(id)!, (spent.get(kinds.get(id)!) ?? 0) + profile.timeDeltas[i]!));
  spent.delete("idle");
  const all = [...spent.values()].reduce((sum, time) => sum + time, 0);
  return [...spent].sort(([, a], [, b]) => b - a).map(([kind, time]) => [kind, `${((time / all) * 100).toFixed(0)} %`, (time / 1_000 / calls).toFixed(2)]);
}
