import pg from 'pg';

/**
 * Makes the role and the database that the shop owns: like on a hosted server the owner is no superuser, so that a
 * migration which needs more fails here and not at a customer's. Answers the owner's URL.
 */
export async function makeOwner(superUrl: string, password: string): Promise<string> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    const secret = pg.escapeLiteral(password);
    const { rows: [role] } = await client.query(`SELECT 1 FROM pg_roles WHERE rolname = 'mostrador'`);
    if (role === undefined) await client.query(`CREATE ROLE mostrador LOGIN CREATEROLE CREATEDB NOSUPERUSER NOBYPASSRLS PASSWORD ${secret}`);
    const { rows: [database] } = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'mostrador'`);
    if (database === undefined) await client.query('CREATE DATABASE mostrador OWNER mostrador');
  } finally {
    await client.end();
  }
  return superUrl.replace('//postgres:', '//mostrador:').replace(/postgres$/, 'mostrador');
}
