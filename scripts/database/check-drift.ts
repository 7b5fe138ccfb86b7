import { diffDatabase, diffSchema } from "./diff-schema.ts";
import { noFilter, readMigrations, readSchema, withSchemaEngine } from "./schema-engine.ts";

const indent = (sql: string): string => sql.trim().split("\n").map((line) => `    ${line}`).join("\n");

async function historyProblems(url: string, folder: string | undefined): Promise<string[]> {
  const migrationsList = readMigrations(folder);
  const found = await withSchemaEngine(url, { schema: readSchema() }, (engine) =>
    engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters: noFilter }));
  const problems = [
    ...found.editedMigrationNames.map((name) => `The migration ${name} was changed after it had been applied`),
    ...found.failedMigrationNames.map((name) => `The migration ${name} was started and never finished`),
  ];
  const { history } = found;
  if (history !== null && "unappliedMigrationNames" in history) problems.push(...history.unappliedMigrationNames.map((name) => `The migration ${name} is not applied`));
  if (history !== null && "unpersistedMigrationNames" in history) problems.push(...history.unpersistedMigrationNames.map((name) => `The database knows a migration ${name} that is not in the folder`));
  return problems;
}

/** One line or block per difference between schema, migrations and database; empty when all three agree. */
export async function checkDrift(url: string, folder?: string): Promise<string[]> {
  const problems = await historyProblems(url, folder);
  const behind = await diffSchema(url, { folder });
  if (behind !== "") problems.push(`The migrations lack what the schema says:\n${indent(behind)}`);
  const drifted = await diffDatabase(url);
  if (drifted !== "" && problems.length === 0) problems.push(`The database differs from the schema:\n${indent(drifted)}`);
  return problems;
}
