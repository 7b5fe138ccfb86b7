// The installation's secrets, made once and kept in <DATA_DIR>/secrets.json, readable by us alone.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Names of environment variables that are generated when the environment does not give them. */
const generated = ['NEXTAUTH_SECRET', 'JWT_SECRET', 'POSTGRES_PASSWORD'];

/** @returns {string} */
export function dataDir() {
  return resolve(process.env.DATA_DIR || '.data');
}

/**
 * The secrets by name: from the environment where it has them, else from the file, else new and written to the file.
 * @returns {{ NEXTAUTH_SECRET: string, JWT_SECRET: string, POSTGRES_PASSWORD: string }}
 */
export function readSecrets(folder = dataDir()) {
  const file = join(folder, 'secrets.json');
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const missing = generated.filter((name) => !process.env[name] && !kept[name]);
  if (missing.length > 0) {
    for (const name of missing) kept[name] = randomBytes(32).toString('hex');
    mkdirSync(folder, { recursive: true });
    const half = `${file}.${process.pid}`;
    writeFileSync(half, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
    renameSync(half, file);
  }
  if (existsSync(file)) chmodSync(file, 0o600);
  return Object.fromEntries(generated.map((name) => [name, process.env[name] || kept[name]]));
}
