import type { Decimal } from "@/kernel/decimal.ts";
import { isUuid } from "@/kernel/id.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { LabelFacts, LabelLayout } from "../rules/label-layout.ts";
import { MOST_LABELS, type LabelChoice } from "../schema.ts";

export interface BatchView {
  id: string;
  listId: string;
  /** Null: the base list, before somebody named it. */
  listName: string | null;
  choice: LabelChoice;
  layout: LabelLayout;
  products: number;
  labels: number;
  by: string | null;
  createdAt: string;
  /** When a person said that it was printed, the last time. */
  printedAt: string | null;
}

interface Row extends Omit<BatchView, "createdAt" | "printedAt"> {
  createdAt: Date;
  printedAt: Date | null;
}

const MOST = 100;

/** Batches, the newest first; `from` is how many of them are left out. */
export async function listBatches(ctx: Pick<Context, "db">, most = MOST, from = 0): Promise<BatchView[]> {
  return (await load(ctx.db, null, most, from)).map(viewOf);
}

export async function getBatch(db: Pick<Context["db"], "rows">, id: string): Promise<BatchView | null> {
  const [row] = isUuid(id) ? await load(db, id, 1) : [];
  return row ? viewOf(row) : null;
}

function load(db: Pick<Context["db"], "rows">, id: string | null, limit: number, from = 0): Promise<Row[]> {
  return db.rows<Row>(sql`
    SELECT b.id, b.list_id AS "listId", l.name AS "listName", b.choice, b.layout, b.products, b.labels, m.name AS by, b.created_at AS "createdAt", b.printed_at AS "printedAt"
      FROM label_batch b LEFT JOIN price_list l ON l.id = b.list_id LEFT JOIN member m ON m.id = b.member_id
     WHERE ${id}::uuid IS NULL OR b.id = ${id}::uuid ORDER BY b.created_at DESC, b.id DESC LIMIT ${limit} OFFSET ${from}`);
}

function viewOf({ createdAt, printedAt, ...row }: Row): BatchView {
  return { ...row, createdAt: createdAt.toISOString(), printedAt: printedAt?.toISOString() ?? null };
}

export interface BatchRow {
  productId: string;
  copies: number;
  price: Decimal;
  facts: LabelFacts;
}

/** What a batch prints, in the order of the paper. */
export async function loadBatchRows(ctx: Pick<Context, "db">, id: string, limit = MOST_LABELS): Promise<BatchRow[]> {
  return ctx.db.rows<BatchRow>(sql`SELECT product_id AS "productId", copies, price, facts FROM label_batch_row WHERE batch_id = ${id} ORDER BY place LIMIT ${limit}`);
}
