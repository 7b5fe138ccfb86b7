import { probe, type RoleSession } from "./as-role.ts";
import { captureStatements, type CapturedStatement } from "./capture-statements.ts";

interface PlanNode {
  "Shared Hit Blocks": number;
  "Shared Read Blocks": number;
}

/**
 * Pages of shared memory that the statements of `read` touch, each run again as the application's role under that tenant, planned for its own values:
 * what the machine is busy with does not change it. A session that plans a function for the first time reads hundreds of the system's own pages, the more the
 * longer a database has been used: that run is not weighed.
 */
export async function weighReading(session: RoleSession, tenantId: string, read: () => Promise<unknown>): Promise<number> {
  const statements = (await captureStatements(read)).filter(({ text }) => /^\s*(select|with)\b/i.test(text));
  let pages = 0;
  for (const statement of statements) pages += await probe(session, tenantId, () => pagesOf(session, statement));
  return pages;
}

async function pagesOf(session: RoleSession, { text, values }: CapturedStatement): Promise<number> {
  const weighed = () => session.query<{ "QUERY PLAN": { Plan: PlanNode }[] }>(`EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) ${text}`, [...values]);
  await weighed();
  const [answer] = await weighed();
  return answer!["QUERY PLAN"].reduce((sum, { Plan }) => sum + Plan["Shared Hit Blocks"] + Plan["Shared Read Blocks"], 0);
}
