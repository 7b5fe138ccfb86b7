import type { Prisma } from "../../src/platform/db/generated/client.ts";
import { sql } from "../../src/platform/db/sql.ts";
import type { TenantDatabase, TenantModels } from "../../src/platform/db/tenant-client.ts";
import type { FuzzCalls, FuzzClient, FuzzRow } from "./fuzz.ts";
import type { Naive } from "./naive-client.ts";

type Found = { tenantId: string; id: string };
type Models = Pick<TenantModels, "product" | "auditEntry">;
type Raw = Pick<FuzzCalls, "rawRow" | "rawAll" | "rawNote">;

const toRow = (found: Found | null): FuzzRow | null => found && { tenant_id: found.tenantId, id: found.id };
const SELECT = { tenantId: true, id: true } as const;
const NOTE = { action: "fuzz", entity: "fuzz", detail: {} };

/** Prisma's part of the calls. The naive client, which sets no tenant in data, takes the column's default. */
function modelCalls(models: Models): Omit<FuzzCalls, keyof Raw> {
  return {
    findUnique: async (tenantId, id) => toRow(await models.product.findUnique({ where: { tenantId_id: { tenantId, id } }, select: SELECT })),
    findFirst: async (id) => toRow(await models.product.findFirst({ where: { id }, select: SELECT })),
    findMany: async () => (await models.product.findMany({ select: SELECT })).map((found) => toRow(found)!),
    count: () => models.product.count(),
    createNote: (id) => models.auditEntry.create({ data: { id, ...NOTE }, select: { id: true } }),
    touch: async (id) => (await models.product.updateMany({ where: { id }, data: { brand: "fuzz" } })).count,
  };
}

export function guardedClient(database: TenantDatabase): (tenantId: string) => FuzzClient {
  const clientOf = (tenantId: string): FuzzClient => {
    const db = database.forTenant(tenantId);
    const raw = (statements: Pick<typeof db, "rows" | "execute">): Raw => ({
      rawRow: (id) => statements.rows<FuzzRow>(sql`SELECT tenant_id, id FROM product WHERE id = ${id}`),
      rawAll: () => statements.rows<FuzzRow>(sql`SELECT tenant_id, id FROM product`),
      rawNote: (id) => statements.execute(sql`INSERT INTO audit_entry (id, action, entity, detail) VALUES (${id}, 'fuzz', 'fuzz', '{}')`),
    });
    return { ...modelCalls(db), ...raw(db), transaction: (work) => db.transaction((tx) => work({ ...modelCalls(tx), ...raw(tx) })) };
  };
  return clientOf;
}

/** The same traffic as one would write it without our walls: every call awaited in its own context, row-level security on. */
export function naiveClient(naive: Naive): (tenantId: string) => FuzzClient {
  type Base = Models & Pick<Prisma.TransactionClient, "$queryRawUnsafe" | "$executeRawUnsafe">;
  const raw = (client: Base): Raw => ({
    rawRow: (id) => client.$queryRawUnsafe("SELECT tenant_id, id FROM product WHERE id = $1::uuid", id),
    rawAll: () => client.$queryRawUnsafe("SELECT tenant_id, id FROM product"),
    rawNote: (id) => client.$executeRawUnsafe("INSERT INTO audit_entry (id, action, entity, detail) VALUES ($1::uuid, 'fuzz', 'fuzz', '{}')", id),
  });
  const calls = (client: Base): FuzzCalls => ({ ...modelCalls(client), ...raw(client) });
  return (tenantId) => {
    const inContext = Object.fromEntries(
      Object.entries(calls(naive.prisma)).map(([name, call]) => [name, (...args: never[]) => naive.as(tenantId, async () => await (call as (...given: never[]) => Promise<unknown>)(...args))]),
    ) as unknown as FuzzCalls;
    return { ...inContext, transaction: (work) => naive.as(tenantId, async () => await naive.prisma.$transaction((tx) => work(calls(tx)))) };
  };
}
