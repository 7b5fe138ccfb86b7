// The server that Playwright starts for the journeys (playwright.config.ts): the production build on an empty database.
import { rmSync, writeFileSync } from "node:fs";
import { bootstrap } from "./boot/bootstrap.mjs";

await bootstrap(import.meta.url, async ([port]) => {
  const { build } = await import("./boot/build.mjs");
  const { serveBuild } = await import("./suite/serve-build.ts");
  const { databaseFile } = await import("./suite/database-file.ts");
  await build();
  const ended = new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, resolve);
  });
  const keep = setInterval(() => undefined, 60_000);
  const shop = await serveBuild({ port: Number(port) });
  writeFileSync(databaseFile(Number(port)), JSON.stringify({ superUrl: shop.superUrl }), { mode: 0o600 });
  await ended;
  rmSync(databaseFile(Number(port)), { force: true });
  clearInterval(keep);
  await shop.stop();
  return 0;
});
