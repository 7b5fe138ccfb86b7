// npm run migrate            makes the roles and applies the migrations that are missing
// npm run migrate -- --check reports every difference between schema, migrations and database; exit code 1 when there is one
// npm run migrate -- --diff  prints the SQL that would bring the migrations to the schema (--from-empty: the whole schema)
import { existsSync } from "node:fs";
import { report } from "./boot/fault.mjs";
import { applicationUrls } from "./database/application-urls.ts";
import { ownerUrl } from "./database/owner-url.ts";
import { migrate } from "./database/apply-migrations.ts";
import { checkDrift } from "./database/check-drift.ts";
import { diffSchema } from "./database/diff-schema.ts";
import { readSecrets } from "./secrets.mjs";

async function main(args: readonly string[]): Promise<number> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const secrets = readSecrets();
  const database = await ownerUrl(secrets.POSTGRES_PASSWORD);
  try {
    if (args.includes("--diff")) {
      console.log(await diffSchema(database.url, { fromEmpty: args.includes("--from-empty") }));
      return 0;
    }
    if (args.includes("--check")) {
      const problems = await checkDrift(database.url);
      for (const problem of problems) console.error(`✗ ${problem}`);
      if (problems.length === 0) console.log("Schema, migrations and database agree");
      return problems.length === 0 ? 0 : 1;
    }
    const applied = await migrate(database.url, { secret: secrets.NEXTAUTH_SECRET, givenUrls: applicationUrls(), say: console.log });
    console.log(applied.length === 0 ? "Nothing to migrate" : `Applied ${applied.join(", ")}`);
    return 0;
  } finally {
    await database.close();
  }
}

process.exitCode = await main(process.argv.slice(2)).catch(report);
