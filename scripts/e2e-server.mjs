// The server that Playwright starts for the journeys (playwright.config.ts): the production build on an empty database.
import { bootstrap } from "./boot/bootstrap.mjs";

await bootstrap(import.meta.url, async ([port]) => {
  const { build } = await import("./boot/build.mjs");
  const { serveBuild } = await import("./suite/serve-build.ts");
  await build();
  const ended = new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, resolve);
  });
  const keep = setInterval(() => undefined, 60_000);
  const shop = await serveBuild({ port: Number(port) });
  await ended;
  clearInterval(keep);
  await shop.stop();
  return 0;
});
