// node scripts/run.mjs [--shop] <file.ts> [arguments]: runs one of our TypeScript files with "@/" understood.
// --shop gives it the database of this checkout (or DATABASE_URL), migrated, in the environment variables that the shop has.
import { bootstrap } from "./boot/bootstrap.mjs";

await bootstrap(import.meta.url, async (args) => {
  const { runFile } = await import("./shop/run-file.ts");
  const onShop = args[0] === "--shop";
  const [file = "", ...rest] = onShop ? args.slice(1) : args;
  return runFile(file, rest, onShop);
});
