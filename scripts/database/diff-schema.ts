import type { DiffTarget } from "@prisma/schema-engine-wasm";
import { noFilter, readMigrations, readSchema, withSchemaEngine } from "./schema-engine.ts";

const schemaTarget = (): DiffTarget => ({ tag: "schemaDatamodel", ...readSchema() });

async function sqlBetween(url: string, from: DiffTarget, to: DiffTarget): Promise<string> {
  const { exitCode, stdout } = await withSchemaEngine(url, { schema: readSchema() }, (engine) =>
    engine.diff({ from, to, script: true, exitCode: true, filters: noFilter }));
  return exitCode === 0 ? "" : stdout ?? "";
}

/** The SQL that is still missing in the migrations for the schema; empty when they agree. Replays them in a shadow database. */
export function diffSchema(url: string, { folder, fromEmpty = false }: { folder?: string | undefined; fromEmpty?: boolean } = {}): Promise<string> {
  const list = readMigrations(folder);
  return sqlBetween(url, fromEmpty || list.migrationDirectories.length === 0 ? { tag: "empty" } : { tag: "migrations", ...list }, schemaTarget());
}

/** The SQL that would bring the database itself to the schema; empty when they agree. */
export function diffDatabase(url: string): Promise<string> {
  return sqlBetween(url, { tag: "schemaDatasource", ...readSchema(), configDir: process.cwd() }, schemaTarget());
}
