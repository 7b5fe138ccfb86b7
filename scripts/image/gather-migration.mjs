// node scripts/image/gather-migration.mjs <folder>: copies what `node scripts/migrate.ts` needs, and nothing else, for the container.
import { cpSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkout, readJson } from "../boot/checkout.mjs";

const FILES = ["package.json", "prisma/schema", "prisma/migrations", "scripts/boot", "scripts/database", "scripts/postgres", "scripts/shop/process-mark.ts",
  "scripts/migrate.ts", "scripts/roles.ts", "scripts/secrets.mjs", "src/platform/role-url.ts"];
const PACKAGES = ["pg", "@prisma/adapter-pg", "@prisma/driver-adapter-utils", "@prisma/schema-engine-wasm"];

/** The packages and all that they need, as package-lock.json lays them out. */
function closure(names) {
  const { packages } = readJson("package-lock.json");
  const found = new Set();
  const visit = (name) => {
    const entry = packages[`node_modules/${name}`];
    if (found.has(name) || entry === undefined) return;
    found.add(name);
    // Types are for the compiler.
    Object.keys(entry.dependencies ?? {}).filter((other) => !other.startsWith("@types/")).forEach(visit);
  };
  names.forEach(visit);
  return [...found].map((name) => `node_modules/${name}`);
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Name the folder that receives the files.");
for (const path of [...FILES, ...closure(PACKAGES)]) {
  if (!existsSync(join(checkout, path))) throw new Error(`There is no ${path}`);
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  cpSync(join(checkout, path), join(folder, path), { recursive: true });
}
