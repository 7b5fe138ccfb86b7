import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL("./src", import.meta.url)) };
const patient = { testTimeout: 120_000, hookTimeout: 120_000 };

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
      // Rules keep nothing: their files share what they import, whose loading took twice as long as the tests; what one stubs, the next one has back.
      { extends: true, test: { name: "rules", include: ["src/**/*.test.{ts,tsx}"], testTimeout: 30_000, isolate: false, unstubGlobals: true, restoreMocks: true } },
      { extends: true, test: { name: "laws", include: ["tests/laws/**/*.test.ts"], ...patient } },
      { extends: true, test: { name: "commands", include: ["tests/**/*.test.ts"], exclude: ["tests/laws/**", "tests/support/**"], ...patient } },
    ],
  },
});
