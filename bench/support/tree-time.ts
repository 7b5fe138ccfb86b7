import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Linux counts processor time in these. */
const TICKS_PER_SECOND = 100;

interface Seen {
  pid: number;
  parent: number;
  ticks: number;
}

/**
 * Milliseconds of processor time that this process, all that it started and all that those started have used so far, ended children
 * included: the same however busy the machine is with other things. Null where the system does not tell (it is Linux's /proc).
 */
export function treeTime(): number | null {
  if (!existsSync("/proc/self/stat")) return null;
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((pid) => seen(Number(pid)) ?? []);
  const mine = new Set([process.pid]);
  // Parents are older than their children, but ids wrap around: once more as long as somebody was found.
  for (let before = 0; before < mine.size;) {
    before = mine.size;
    for (const { pid, parent } of all) if (mine.has(parent)) mine.add(pid);
  }
  return all.reduce((sum, { pid, ticks }) => (mine.has(pid) ? sum + ticks : sum), 0) * (1_000 / TICKS_PER_SECOND);
}

function seen(pid: number): Seen | null {
  try {
    // The name in brackets may hold anything; figures are counted from behind it. See proc(5).
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "").split(" ");
    return { pid, parent: Number(fields[1]), ticks: [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) };
  } catch {
    return null;
  }
}
