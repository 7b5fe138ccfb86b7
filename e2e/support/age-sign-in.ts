import pg from "pg";
import { superUrlOfRun } from "./plant-products.ts";

/** Lets the sign-in of somebody's browsers be that many minutes ago. */
export async function ageSignIn(email: string, minutes: number): Promise<void> {
  const client = new pg.Client({ connectionString: superUrlOfRun() });
  await client.connect();
  try {
    await client.query(`UPDATE session SET proved_at = proved_at - make_interval(mins => $2) WHERE user_id = (SELECT id FROM "user" WHERE email = $1)`, [email, minutes]);
  } finally {
    await client.end();
  }
}
