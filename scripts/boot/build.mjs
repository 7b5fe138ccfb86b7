// The production build as a standalone server, when a source has changed.
import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./checkout.mjs";
import { fingerprint, isStamped, writeStamp } from "./fingerprint.mjs";
import { runQuietly } from "./run-quietly.mjs";
import { step } from "./say.mjs";

const stamp = ".next/mostrador-fingerprint";
const sources = ["src", "public", "prisma/schema", "package-lock.json", "next.config.ts", "tsconfig.json", "postcss.config.mjs"];

/** The standalone server, whether built already or not. */
export const serverFile = join(checkout, ".next", "standalone", "server.js");

/** Next leaves the files that a browser asks for out of the standalone folder. */
function completeStandalone() {
  const home = join(checkout, ".next", "standalone");
  for (const [from, to] of [[".next/static", ".next/static"], ["public", "public"]]) {
    rmSync(join(home, to), { recursive: true, force: true });
    if (existsSync(join(checkout, from))) cpSync(join(checkout, from), join(home, to), { recursive: true });
  }
}

export async function build() {
  const print = fingerprint(sources, ["src/platform/db/generated/.fingerprint"]);
  if (isStamped(stamp, print) && existsSync(serverFile)) return;
  // Writing the cache of a build takes longer than a later one saves, unless there is a later one: a checkout that is built again is somebody's workshop.
  const cache = existsSync(serverFile) ? { BUILD_CACHE: "keep" } : {};
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...cache };
  await step("Building the shop", async () => {
    await runQuietly(process.execPath, [join(checkout, "node_modules/next/dist/bin/next"), "build"], { cwd: checkout, env, kind: "buildFailed", what: "The build" });
    completeStandalone();
  });
  writeStamp(stamp, print);
}
