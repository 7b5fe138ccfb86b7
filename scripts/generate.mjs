// npm run generate: installs and generates the database client, if anything changed.
import { bootstrap } from "./boot/bootstrap.mjs";

await bootstrap(import.meta.url, async () => 0);
