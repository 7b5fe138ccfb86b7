// npm run check: what is quick enough to run before every commit.
import { bootstrap } from "./boot/bootstrap.mjs";

await bootstrap(import.meta.url, async () => (await import("./suite/run-suite.ts")).runCheck());
