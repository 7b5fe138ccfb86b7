import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL("./src", import.meta.url)) };
const patient = { testTimeout: 120_000, hookTimeout: 120_000 };
/** Files share what they import, whose loading took a third of the processor's time. */
const together = { isolate: false };

/**
 * What puts something in the place of a module or of a driver's function, or sets the environment that modules read once, has its modules for itself; so
 * has what says that it wants a connection on which nothing was planned before.
 */
const APART = /\bvi\.(mock|doMock|resetModules|spyOn)\(|\/(watch-deadlocks|break-driver|break-each-statement)\.ts"|\bprocess\.env\["\w+"\] = |^\/\/ On connections of its own/m;
const commands = readdirSync(new URL("./tests", import.meta.url), { recursive: true, encoding: "utf8" })
  .map((file) => `tests/${file.replaceAll("\\", "/")}`)
  .filter((file) => file.endsWith(".test.ts") && !/^tests\/(laws|support)\//.test(file));
const apart = commands.filter((file) => APART.test(readFileSync(new URL(file, import.meta.url), "utf8")));

export default defineConfig({
  resolve: { alias },
  test: {
    // A test waits for the database half of its time: as many at once as there are processors, where the default leaves one idle.
    maxWorkers: "100%",
    // Threads that a test starts are plain Node: they understand "@/" through this.
    execArgv: ["--import", fileURLToPath(new URL("./scripts/alias.mjs", import.meta.url))],
    // Once for all projects: they share one database, and two at once would share one instance of the schema engine.
    globalSetup: ["tests/support/global-setup.ts"],
    projects: [
      // Rules keep nothing; what one stubs, the next one has back.
      { extends: true, test: { name: "rules", include: ["src/**/*.test.{ts,tsx}"], testTimeout: 30_000, ...together, unstubGlobals: true, restoreMocks: true } },
      { extends: true, test: { name: "laws", include: ["tests/laws/**/*.test.ts"], ...patient, ...together } },
      { extends: true, test: { name: "commands", include: commands.filter((file) => !apart.includes(file)), ...patient, ...together } },
      { extends: true, test: { name: "apart", include: apart, ...patient } },
    ],
  },
});
