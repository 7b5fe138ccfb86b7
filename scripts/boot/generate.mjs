// Prisma's client from prisma/schema, when the schema has changed.
import { join } from "node:path";
import { checkout } from "./checkout.mjs";
import { fingerprint, isStamped, writeStamp } from "./fingerprint.mjs";
import { runQuietly } from "./run-quietly.mjs";
import { step } from "./say.mjs";

const stamp = "src/platform/db/generated/.fingerprint";

export async function generate() {
  const print = fingerprint(["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);
  if (isStamped(stamp, print)) return;
  // Generation does not use the schema engine, but Prisma downloads one unless it is told that there is one already.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" };
  await step("Generating the database client", () =>
    runQuietly(process.execPath, [join(checkout, "node_modules/prisma/build/index.js"), "generate"], { cwd: checkout, env, kind: "buildFailed", what: "prisma generate" }));
  writeStamp(stamp, print);
}
