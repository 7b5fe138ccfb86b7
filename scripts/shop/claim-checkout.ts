import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "../boot/fault.mjs";
import { livingPid, markOf } from "./process-mark.ts";

type Running = { mark: string; url: string };

function read(file: string): Running | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Running;
  } catch {
    return null;
  }
}

/** One shop per data folder: throws with the running one's address, replaces what a kill -9 left. Answers how to give it back. */
export function claimCheckout(folder: string, url: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "running.json");
  const mine = JSON.stringify({ mark: markOf(process.pid), url } satisfies Running);
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(file, mine, { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || attempt === 3) throw error;
    }
    const other = read(file);
    const pid = other === null ? null : livingPid(other.mark);
    if (other !== null && pid !== null) throw new Fault("alreadyRunning", `This shop is already running: ${other.url} (process ${pid}).`);
    rmSync(file, { force: true });
  }
}
