import type { Context } from "@/modules/tenancy/context.ts";
import { listLinks } from "@/modules/tenancy/queries/open-link.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import { tellSale, type Exchange, type SaleEvent, type SaleOrigin } from "../rules/tell-sale.ts";
import { listPrints } from "./list-prints.ts";
import type { SaleView } from "./sale-view.ts";

/** Everything that happened to a sale, in time. */
export async function loadSaleStory(ctx: Pick<Context, "db" | "tenant">, sale: SaleView): Promise<SaleEvent[]> {
  const [[[origin], exchanges], prints, links] = await Promise.all([
    burst([
      ctx.db.rows<Omit<SaleOrigin, "shift"> & { shiftId: string | null; shiftNumber: number | null }>(sql`
        SELECT m.name AS "memberName", l.name AS "locationName", r.name AS "registerName", s.shift_id AS "shiftId", z.number AS "shiftNumber"
          FROM sale s
          JOIN member m ON m.tenant_id = s.tenant_id AND m.id = s.member_id
          JOIN location l ON l.tenant_id = s.tenant_id AND l.id = s.location_id
          LEFT JOIN register r ON r.tenant_id = s.tenant_id AND r.id = s.register_id
          LEFT JOIN z_report z ON z.tenant_id = s.tenant_id AND z.shift_id = s.shift_id
         WHERE s.id = ${sale.id}::uuid`),
      ctx.db.rows<Omit<Exchange, "number" | "at"> & { number: string; at: Date }>(sql`
        WITH shared AS (
          SELECT x.sale_id AS id, true AS later, x.total FROM sale_line l JOIN sale_line x ON x.tenant_id = l.tenant_id AND x.returned_line_id = l.id WHERE l.sale_id = ${sale.id}::uuid
          UNION ALL
          SELECT b.sale_id, false, l.total FROM sale_line l JOIN sale_line b ON b.tenant_id = l.tenant_id AND b.id = l.returned_line_id WHERE l.sale_id = ${sale.id}::uuid)
        SELECT s.id AS "saleId", s.number, s.sold_at AS at, m.name AS "memberName", h.later AS "isLater", h.worth, EXISTS (SELECT FROM sale_cancellation c WHERE c.tenant_id = s.tenant_id AND c.sale_id = s.id) AS "isCancelled"
          FROM (SELECT id, later, abs(sum(total))::numeric(14,2) AS worth FROM shared GROUP BY id, later) h
          JOIN sale s ON s.id = h.id JOIN member m ON m.tenant_id = s.tenant_id AND m.id = s.member_id
         ORDER BY s.number`),
    ]),
    listPrints(ctx.db, sale.id),
    listLinks(ctx, "sale", sale.id),
  ]);
  const { shiftId, shiftNumber, ...place } = origin!;
  return tellSale({
    sale, prints, links,
    origin: { ...place, shift: shiftId === null ? null : { id: shiftId, number: shiftNumber } },
    exchanges: exchanges.map((one) => ({ ...one, number: Number(one.number), at: one.at.toISOString() })),
  });
}
