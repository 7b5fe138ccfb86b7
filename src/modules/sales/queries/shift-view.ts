import type { Decimal } from "@/kernel/decimal.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";
import type { Counted, MethodReport } from "../rules/count-drawer.ts";
import { loadShiftFacts, reportMethods, type ShiftFacts } from "./load-shift.ts";

/** A turn at a register. */
export interface ShiftRow {
  id: string;
  registerId: string;
  registerName: string;
  locationId: string;
  locationName: string;
  status: "open" | "closed";
  openedAt: string;
  openedBy: string;
  openedById: string;
  float: Decimal;
  closedAt: string | null;
  closedBy: string | null;
  /** Of its Z, per register; null while it is open. */
  number: number | null;
}

/** With everything that happened in it: an X while it is open, the Z itself once it is closed. */
export interface ShiftView extends ShiftRow, ShiftFacts {
  methods: (Omit<MethodReport, "sales" | "refunds" | "collected" | "moved" | "expected" | "difference"> & { [K in "sales" | "refunds" | "collected" | "moved" | "expected" | "difference"]: Decimal | null })[];
  /** What was counted, each attempt. */
  counts: { at: string; memberName: string; counted: Counted[] }[];
  /** Why more or less was there than expected. */
  reason: string | null;
  /** Who allowed it to close so, beside who closed it. */
  approvedBy: string | null;
  hash: string | null;
  previousHash: string | null;
}

/** What a Z says, and what is hashed. */
export interface ZContent extends ShiftFacts {
  shiftId: string;
  registerName: string;
  locationName: string;
  openedAt: string;
  openedBy: string;
  float: Decimal;
  closedAt: string;
  closedBy: string;
  number: number;
  methods: MethodReport[];
  counts: ShiftView["counts"];
  /** How far it might be off without a reason; absent in a Z from before there was such a thing. */
  tolerance?: Decimal;
  reason: string | null;
  /** Absent where nobody else was needed. */
  approvedBy?: string;
}

type StoredRow = Omit<ShiftRow, "status" | "openedAt" | "closedAt"> & { openedAt: Date; closedAt: Date | null; content: string | null; hash: string | null; previousHash: string | null };

/**
 * Shifts: one by its id, the open one of a register, or all, the latest first. At most `limit`; those before the one of `cursor`.
 */
export async function findShifts(db: TenantDb | TenantTx, { id = null, registerId = null, status = null, limit = 50, cursor = null }: { id?: string | null; registerId?: string | null; status?: "open" | "closed" | null; limit?: number; cursor?: string | null }): Promise<StoredRow[]> {
  return db.rows<StoredRow>(sql`
    SELECT t.id, t.register_id AS "registerId", r.name AS "registerName", r.location_id AS "locationId", l.name AS "locationName", t.opened_at AS "openedAt", o.name AS "openedBy", t.opened_by AS "openedById", t.float,
           t.closed_at AS "closedAt", c.name AS "closedBy", z.number, z.content, z.hash, z.previous_hash AS "previousHash"
      FROM till_shift t
      JOIN register r ON r.tenant_id = t.tenant_id AND r.id = t.register_id
      JOIN location l ON l.tenant_id = r.tenant_id AND l.id = r.location_id
      JOIN member o ON o.tenant_id = t.tenant_id AND o.id = t.opened_by
      LEFT JOIN member c ON c.tenant_id = t.tenant_id AND c.id = t.closed_by
      LEFT JOIN z_report z ON z.tenant_id = t.tenant_id AND z.shift_id = t.id
     WHERE (${id}::uuid IS NULL OR t.id = ${id}::uuid) AND (${registerId}::uuid IS NULL OR t.register_id = ${registerId}::uuid)
       AND (${status}::text IS NULL OR (t.closed_at IS NULL) = (${status}::text = 'open')) AND (${cursor}::uuid IS NULL OR t.id < ${cursor}::uuid)
     ORDER BY t.id DESC LIMIT ${limit}`);
}

export function rowOf({ content: _content, hash: _hash, previousHash: _previous, ...row }: StoredRow): ShiftRow {
  return { ...row, status: row.closedAt ? "closed" : "open", openedAt: row.openedAt.toISOString(), closedAt: row.closedAt?.toISOString() ?? null };
}

/** One shift whole; null when the tenant has none. `seesExpected`: whether what should be in the drawer may be told before it was counted. */
export async function getShift(db: TenantDb | TenantTx, id: string, seesExpected: boolean): Promise<ShiftView | null> {
  const [found] = await findShifts(db, { id, limit: 1 });
  if (!found) return null;
  const row = rowOf(found);
  if (found.content !== null) {
    const { sales, cancelled, returns, unreceipted, members, movements, methods, counts, reason, approvedBy } = JSON.parse(found.content) as ZContent;
    return { ...row, sales, cancelled, returns, ...(unreceipted ? { unreceipted } : {}), members, movements, methods, counts, reason, approvedBy: approvedBy ?? null, hash: found.hash, previousHash: found.previousHash };
  }
  const [facts, methods, counts] = await burst([loadShiftFacts(db, id), reportMethods(db, id, []), listCounts(db, id)]);
  const shown = seesExpected ? methods : methods.map(({ method, counted }) => ({ method, counted, sales: null, refunds: null, collected: null, moved: null, expected: null, difference: null }));
  return { ...row, ...(seesExpected ? facts : blind(facts)), methods: shown, counts, reason: null, approvedBy: null, hash: null, previousHash: null };
}

/** Who counts blind is not told by the way what the drawer should hold. */
function blind(facts: ShiftFacts): ShiftFacts {
  return { ...facts, sales: { ...facts.sales, total: "0.00", tax: "0.00", rounding: "0.00" }, returns: { ...facts.returns, total: "0.00" }, ...(facts.unreceipted ? { unreceipted: { ...facts.unreceipted, total: "0.00" } } : {}), members: facts.members.map((member) => ({ ...member, total: "0.00" })) };
}

export async function listCounts(db: TenantDb | TenantTx, shiftId: string): Promise<ShiftView["counts"]> {
  const rows = await db.rows<{ at: Date; memberName: string; counted: Counted[] }>(sql`
    SELECT c.at, m.name AS "memberName", c.counted FROM shift_count c JOIN member m ON m.tenant_id = c.tenant_id AND m.id = c.member_id WHERE c.shift_id = ${shiftId}::uuid ORDER BY c.at, c.id`);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
