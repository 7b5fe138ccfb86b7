import type { Finding } from "@/kernel/finding.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";
import { reportMethods } from "./load-shift.ts";
import type { ZContent } from "./shift-view.ts";

interface StoredZ {
  shiftId: string;
  number: number;
  content: string;
  isNext: boolean;
  isHashed: boolean;
  posted: string;
}

/** Each Z against its hash, the one before and its number, and against what its documents say today; closed shifts have one. Empty when all is well. */
export async function auditShifts(db: TenantDb): Promise<Finding[]> {
  const [reports, bare] = await Promise.all([
    db.rows<StoredZ>(sql`
      SELECT z.shift_id AS "shiftId", z.number, z.content,
             z.number = coalesce(lag(z.number) OVER w, 0) + 1 AND z.previous_hash = coalesce(lag(z.hash) OVER w, '') AS "isNext",
             z.hash = encode(sha256(convert_to(z.previous_hash || E'\n' || z.content, 'UTF8')), 'hex') AS "isHashed",
             coalesce((SELECT sum(l.credit - l.debit) FROM journal_entry e JOIN journal_line l ON l.tenant_id = e.tenant_id AND l.entry_id = e.id
                        WHERE e.source_kind = 'shift' AND e.source_id = z.shift_id AND l.account_code = 'cash_difference'), 0)::numeric(14,2) AS posted
        FROM z_report z WINDOW w AS (PARTITION BY z.register_id ORDER BY z.number)`),
    db.rows<Finding>(sql`
      SELECT 'a closed shift has its Z, an open one none' AS law, t.id::text AS id, format('closed %s, Z %s', coalesce(t.closed_at::text, 'no'), coalesce(z.number::text, 'none')) AS detail
        FROM till_shift t LEFT JOIN z_report z ON z.tenant_id = t.tenant_id AND z.shift_id = t.id WHERE (t.closed_at IS NULL) <> (z.shift_id IS NULL)`),
  ]);
  const findings: Finding[] = [...bare];
  for (const report of reports) findings.push(...(await checkReport(db, report)));
  return findings;
}

async function checkReport(db: TenantDb, { shiftId: id, number, content, isNext, isHashed, posted }: StoredZ): Promise<Finding[]> {
  const found: Finding[] = [];
  if (!isHashed) found.push({ law: "Z = its hash", id, detail: `Z ${number} was changed after it was written` });
  if (!isNext) found.push({ law: "Z follows the one before", id, detail: `Z ${number} does not hold the hash or the number of the one before` });
  const z = JSON.parse(content) as ZContent;
  const counted = z.methods.flatMap(({ method, counted: amount }) => (amount === null ? [] : [{ method, amount }]));
  const now = await reportMethods(db, id, counted);
  const said = (methods: ZContent["methods"]) => methods.map(({ method, expected, difference }) => `${method} ${expected} ${difference}`).sort().join(", ");
  if (said(now) !== said(z.methods)) found.push({ law: "Z = its documents", id, detail: `Z ${number} says ${said(z.methods)}; the documents ${said(now)}` });
  const difference = z.methods.reduce((sum, one) => sum + BigInt(one.difference.replace(".", "")), 0n);
  if (difference !== BigInt(posted.replace(".", ""))) found.push({ law: "Z difference = entry", id, detail: `Z ${number}: difference ${difference} cents, entry ${posted}` });
  return found;
}
