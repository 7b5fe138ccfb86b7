import pg from 'pg';

/**
 * Makes a role and a database of its own: like on a hosted server the owner is no superuser, so that a migration which
 * needs more fails here and not at a customer's. A role that is there is given the password. Answers the owner's URL.
 */
export async function makeOwner(superUrl: string, { role, database, password }: { role: string; database: string; password: string }): Promise<string> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    const [name, secret] = [pg.escapeIdentifier(role), pg.escapeLiteral(password)];
    const { rows: [found] } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
    await client.query(`${found === undefined ? `CREATE ROLE ${name}` : `ALTER ROLE ${name}`} LOGIN CREATEROLE CREATEDB NOSUPERUSER NOBYPASSRLS PASSWORD ${secret}`);
    const { rows: [standing] } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (standing === undefined) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)} OWNER ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  } finally {
    await client.end();
  }
  const url = new URL(superUrl);
  Object.assign(url, { username: role, password: encodeURIComponent(password), pathname: database });
  return url.href;
}
