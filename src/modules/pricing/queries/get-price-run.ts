import { isUuid } from "@/kernel/id.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { PricePlan } from "../schema.ts";

export interface PriceRunView {
  id: string;
  status: "waiting" | "applied" | "failed" | "canceled";
  /** Null: the base list. */
  listId: string | null;
  listName: string | null;
  plan: PricePlan;
  by: string | null;
  createdAt: string;
  /** When it is to be applied. */
  runAt: string;
  appliedAt: string | null;
  total: number;
  done: number;
  /** Left alone: their price had moved since they were planned. */
  kept: number;
  /** Gone back to their old price. */
  undone: number;
  /** An undoing is at work. */
  undoing: boolean;
}

interface Row extends Omit<PriceRunView, "createdAt" | "runAt" | "appliedAt"> {
  createdAt: Date;
  runAt: Date;
  appliedAt: Date | null;
}

const MOST = 100;

/** Runs, the newest first; `from` is how many of them are left out. */
export async function listPriceRuns(ctx: Pick<Context, "db">, most = MOST, from = 0): Promise<PriceRunView[]> {
  return (await load(ctx, null, most, from)).map(viewOf);
}

export async function getPriceRun(ctx: Pick<Context, "db">, id: string): Promise<PriceRunView | null> {
  const [row] = isUuid(id) ? await load(ctx, id, 1) : [];
  return row ? viewOf(row) : null;
}

function load(ctx: Pick<Context, "db">, id: string | null, limit: number, from = 0): Promise<Row[]> {
  return ctx.db.rows<Row>(sql`
    SELECT r.id, r.status, r.list_id AS "listId", l.name AS "listName", r.plan, m.name AS by, r.created_at AS "createdAt", r.run_at AS "runAt", r.applied_at AS "appliedAt", r.total, r.done, r.kept,
           (SELECT coalesce(sum(u.restored), 0)::int FROM price_undo u WHERE u.run_id = r.id) AS undone, EXISTS (SELECT FROM price_undo u WHERE u.run_id = r.id AND u.done_at IS NULL) AS undoing
      FROM price_run r LEFT JOIN price_list l ON l.id = r.list_id LEFT JOIN member m ON m.id = r.member_id
     WHERE ${id}::uuid IS NULL OR r.id = ${id}::uuid ORDER BY r.created_at DESC, r.id DESC LIMIT ${limit} OFFSET ${from}`);
}

function viewOf({ createdAt, runAt, appliedAt, ...row }: Row): PriceRunView {
  return { ...row, createdAt: createdAt.toISOString(), runAt: runAt.toISOString(), appliedAt: appliedAt?.toISOString() ?? null };
}
