// npm run audit   recomputes every invariant of every tenant from facts; exit code 1 when one does not hold
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";

/** Audits all tenants of the database that the environment names; answers the number of findings. */
async function auditAll(say: (line: string) => void): Promise<number> {
  const tenants = await databases().control.rows<{ id: string; slug: string }>(sql`SELECT id, slug FROM tenant ORDER BY slug`);
  let found = 0;
  for (const { id, slug } of tenants) {
    const findings = await auditTenant(databases().tenants.forTenant(id));
    found += findings.length;
    for (const { law, id: of, detail } of findings) say(`✗ ${slug}: ${law} (${of}): ${detail}`);
  }
  say(`${tenants.length} shops audited, ${found} findings`);
  return found;
}

process.exitCode = (await auditAll(console.log)) === 0 ? 0 : 1;
await Promise.all([databases().tenants.close(), databases().control.close()]);
