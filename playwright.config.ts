import { chromium, defineConfig } from "@playwright/test";
import { freePort } from "./scripts/postgres/free-port.ts";
import { chromiumArguments, findChromium } from "./scripts/suite/find-program.ts";

// The workers read this file again: what was chosen first reaches them through the environment.
process.env["E2E_PORT"] ??= String(await freePort());
process.env["PLAYWRIGHT_CHROMIUM_PATH"] ??= findChromium(chromium.executablePath());
const port = Number(process.env["E2E_PORT"]);

/** Files that go one test after the other for minutes: they begin first, or the last of them runs at the end beside nothing. */
const LONG = /(each-page|sweep)\.spec\.ts$/;

export default defineConfig({
  testDir: "e2e",
  projects: [{ name: "long", testMatch: LONG }, { name: "journeys", testMatch: "**/*.spec.ts", testIgnore: LONG }],
  fullyParallel: true,
  forbidOnly: Boolean(process.env["CI"]),
  workers: 2,
  // A second try tells a slow machine from a fault; what needed it is listed as flaky.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: "test-results",
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: "es-AR",
    timezoneId: "America/Argentina/Buenos_Aires",
    trace: "on-first-retry",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env["PLAYWRIGHT_CHROMIUM_PATH"], args: chromiumArguments() },
  },
  webServer: {
    command: `node scripts/e2e-server.mjs ${port}`,
    url: `http://127.0.0.1:${port}/api/health`,
    timeout: 600_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "pipe",
    stderr: "pipe",
  },
});
