import pg from "pg";
import { inject } from "vitest";

/** One connection for a test's file, planned once: a count over every table costs more to plan than to run. */
let counting: Promise<{ client: pg.Client; text: string }> | null = null;

async function open(): Promise<{ client: pg.Client; text: string }> {
  const client = new pg.Client({ connectionString: inject("superUrl"), options: "-c plan_cache_mode=force_generic_plan" });
  await client.connect();
  const { rows: columns } = await client.query<{ table: string; column: string }>(`
    SELECT table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND (column_name = 'tenant_id' OR (column_name = 'user_id' AND table_name <> 'member') OR (table_name IN ('tenant', 'user') AND column_name = 'id'))`);
  const counts = columns.map(({ table, column }) => {
    const keys = column === "tenant_id" || table === "tenant" ? "$1" : "$2";
    return `SELECT '${table}' AS table, count(*)::int AS n FROM "${table}" WHERE ${column} = ANY(${keys}::uuid[])`;
  });
  return { client, text: `SELECT "table", max(n) AS n FROM (${counts.join(" UNION ALL ")}) counted GROUP BY "table" ORDER BY 1` };
}

/** How many rows of every table belong to these tenants or this person, counted past every policy: { sale: 1, … }; tables with none are left out. */
export async function footprint(tenantIds: readonly string[], userId: string | null = null): Promise<Record<string, number>> {
  const { client, text } = await (counting ??= open());
  const { rows } = await client.query<{ table: string; n: number }>({ name: "footprint", text, values: [[...tenantIds], userId === null ? [] : [userId]] });
  return Object.fromEntries(rows.filter(({ n }) => n > 0).map(({ table, n }) => [table, n]));
}
