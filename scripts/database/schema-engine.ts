import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine, SchemasContainer } from '@prisma/schema-engine-wasm';
import { migrationFactory } from './migration-adapter.ts';

const checkout = fileURLToPath(new URL('../..', import.meta.url));

/** Tables that PostgreSQL knows and the Prisma schema does not own are none of the engine's business. */
export const noFilter = { externalTables: [], externalEnums: [] };

export function readSchema(folder = join(checkout, 'prisma', 'schema')): SchemasContainer {
  const files = readdirSync(folder).filter((name) => name.endsWith('.prisma')).sort();
  return { files: files.map((name) => ({ path: join(folder, name), content: readFileSync(join(folder, name), 'utf8') })) };
}

/** The migrations folder as the engine wants it; folders without a migration.sql are reported by the engine itself. */
export function readMigrations(baseDir = join(checkout, 'prisma', 'migrations')): MigrationList {
  const lock = join(baseDir, 'migration_lock.toml');
  const names = existsSync(baseDir) ? readdirSync(baseDir, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort() : [];
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: existsSync(lock) ? readFileSync(lock, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: names.map((path) => ({ path, migrationFile: { path: 'migration.sql', content: readSql(join(baseDir, path, 'migration.sql')) } })),
  };
}

function readSql(file: string): { tag: 'ok'; value: string } | { tag: 'error'; value: string } {
  try {
    return { tag: 'ok', value: readFileSync(file, 'utf8') };
  } catch (error) {
    return { tag: 'error', value: String(error) };
  }
}

/** The engine leaves the words of a panic here before it aborts. */
const panics = { last: '', set_message(message: string) { this.last = message; } };

let loaded: Promise<typeof SchemaEngine> | undefined;

/** Once per process: the glue keeps views on the memory of the first instance. */
const engineClass = (): Promise<typeof SchemaEngine> => (loaded ??= loadEngine());

async function loadEngine(): Promise<typeof SchemaEngine> {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics });
  const folder = join(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'), '..');
  const glue = await import(pathToFileURL(join(folder, 'schema_engine_bg.js')).href) as Record<string, unknown> & { __wbg_set_wasm(exports: WebAssembly.Exports): void };
  const module = new WebAssembly.Module(readFileSync(join(folder, 'schema_engine_bg.wasm')));
  const { exports } = new WebAssembly.Instance(module, { './schema_engine_bg.js': glue as WebAssembly.ModuleImports });
  glue.__wbg_set_wasm(exports);
  (exports['__wbindgen_start'] as () => void)();
  return glue['SchemaEngine'] as typeof SchemaEngine;
}

export type EngineOptions = { schema: SchemasContainer; migrations?: MigrationList };

/**
 * Opens Prisma's schema engine on a database, lends it to `work`, and closes its connections. `lastError` answers what
 * PostgreSQL itself said, because the engine keeps only a number for it.
 */
export async function withSchemaEngine<T>(
  url: string, { schema, migrations }: EngineOptions, work: (engine: SchemaEngine, lastError: () => Error | undefined) => Promise<T>,
): Promise<T> {
  const SchemaEngine = await engineClass();
  const scripts = new Set(migrations?.migrationDirectories.flatMap(({ migrationFile: { content } }) => (content.tag === 'ok' ? [content.value] : [])));
  const { factory, close, lastError } = migrationFactory(url, scripts);
  const datamodels = schema.files.map(({ path, content }): [string, string] => [path, content]);
  const engine = await SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(factory));
  try {
    return await work(engine, lastError);
  } finally {
    engine.free();
    await close();
  }
}
