// npm run build: the standalone production server in .next/standalone, if a source changed.
import { bootstrap } from "./boot/bootstrap.mjs";

await bootstrap(import.meta.url, async () => {
  const { build } = await import("./boot/build.mjs");
  await build();
  return 0;
});
