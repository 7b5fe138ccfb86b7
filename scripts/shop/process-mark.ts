import { existsSync, readFileSync } from "node:fs";
import { alive } from "../postgres/stop-leftover.ts";

/** When the process began, in clock ticks since boot, where the system tells: a pid alone is used again after a while. */
function beginning(pid: number): string {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return "";
  try {
    // The second field is the program's name in brackets and may hold spaces; the beginning is the 22nd field.
    return readFileSync(file, "utf8").replace(/^.*\)/s, "").trim().split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

/** Names a process for as long as it lives, e.g. in a lock file. */
export const markOf = (pid: number): string => `${pid}:${beginning(pid)}`;

/** The pid behind a mark while that very process lives, else null. */
export function livingPid(mark: string): number | null {
  const pid = Number(mark.split(":")[0]);
  return Number.isInteger(pid) && pid > 0 && alive(pid) && markOf(pid) === mark.trim() ? pid : null;
}
