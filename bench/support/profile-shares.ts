import type { CpuProfile } from "./profile-server.ts";
export function shareByKind(profile: CpuProfile, calls: number): string[][] {
  const by = new Map<string, number>();
  const name = new Map(profile.nodes.map((n) => [n.id, n.callFrame]));
  profile.samples.forEach((s, i) => { const f = name.get(s)!; const k = (f.url.split("/").slice(-2).join("/") || "native") + ":" + f.functionName; by.set(k, (by.get(k) ?? 0) + profile.timeDeltas[i]!); });
  const total = profile.timeDeltas.reduce((a, b) => a + b, 0);
  return [...by].sort((a, b) => b[1] - a[1]).slice(0, 60).map(([k, v]) => [k, (v / total * 100).toFixed(1) + " %", (v / 1000 / calls).toFixed(3)]);
}
