// npm test: the whole proof, on a fresh clone too.
import { bootstrap } from "./boot/bootstrap.mjs";

await bootstrap(import.meta.url, async () => (await import("./suite/run-suite.ts")).runSuite());
