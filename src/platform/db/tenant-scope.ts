import { Prisma } from "./generated/client.ts";
import { scalarFields } from "./models.ts";

/** An operation, a nested write or a tenant id that the tenant client does not allow: a defect of the caller. */
export class ScopeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ScopeError";
  }
}

type Args = Record<string, unknown>;

/** What a tenant's code may ask of a model. findUnique and findUniqueOrThrow arrive here as findFirst. */
export const OPEN_OPERATIONS = [
  "findUnique", "findUniqueOrThrow", "findFirst", "findFirstOrThrow", "findMany", "count", "aggregate", "groupBy",
  "create", "createMany", "createManyAndReturn", "update", "updateMany", "updateManyAndReturn", "upsert", "delete", "deleteMany",
] as const;

export type OpenOperation = (typeof OPEN_OPERATIONS)[number];

/**
 * The second wall: the arguments of one Prisma operation, bound to a tenant. Reads and updates get the tenant in their `where`,
 * writes in their `data`. An operation that is not listed throws, so a new Prisma verb is closed until somebody thinks about it.
 */
export function scopeToTenant(model: Prisma.ModelName, operation: string, given: Args | undefined, tenantId: string): Args {
  const args: Args = { ...given };
  switch (operation) {
    case "findFirst":
    case "findFirstOrThrow":
    case "findMany":
    case "count":
    case "aggregate":
    case "groupBy":
    case "deleteMany":
      checkCursor(model, args.cursor, tenantId);
      return { ...args, where: both(args.where, tenantId) };
    case "updateMany":
    case "updateManyAndReturn":
      return { ...args, where: both(args.where, tenantId), data: change(model, args.data, tenantId) };
    case "update":
      return { ...args, where: unique(args.where, tenantId), data: change(model, args.data, tenantId) };
    case "delete":
      return { ...args, where: unique(args.where, tenantId) };
    case "create":
      return { ...args, data: row(model, args.data, tenantId) };
    case "createMany":
    case "createManyAndReturn":
      return { ...args, data: [args.data].flat().map((data) => row(model, data, tenantId)) };
    case "upsert":
      return {
        ...args,
        where: unique(args.where, tenantId),
        create: row(model, args.create, tenantId),
        update: change(model, args.update, tenantId),
      };
    default:
      throw new ScopeError(`${model}.${operation} is not open to tenants`);
  }
}

function both(where: unknown, tenantId: string): Args {
  return { AND: [where ?? {}, { tenantId }] };
}

/** A page counted from another tenant's row would tell how that row sorts. */
function checkCursor(model: Prisma.ModelName, cursor: unknown, tenantId: string): void {
  if (cursor === undefined) return;
  if (flattenUnique(cursor as Args).tenantId !== tenantId) throw new ScopeError(`${model}: a cursor is a row of one's own`);
}

/** A unique `where` must keep its key at the top; the tenant joins what it already demands. */
function unique(where: unknown, tenantId: string): Args {
  const given = (where ?? {}) as Args;
  return { ...given, AND: [...[given.AND ?? []].flat(), { tenantId }] };
}

function row(model: Prisma.ModelName, data: unknown, tenantId: string): Args {
  return { ...change(model, data, tenantId), tenantId };
}

function change(model: Prisma.ModelName, data: unknown, tenantId: string): Args {
  const given = (data ?? {}) as Args;
  const fields = scalarFields(model);
  for (const key of Object.keys(given)) {
    if (!Object.hasOwn(fields, key)) throw new ScopeError(`${model}.${key}: nested writes are not used, write the other table itself`);
  }
  if ("tenantId" in given && given.tenantId !== tenantId) throw new ScopeError(`${model}: a row cannot name another tenant`);
  return given;
}

/** { tenantId_id: { tenantId, id } } → { tenantId, id }: a compound key as an ordinary condition. */
export function flattenUnique(where: Args | undefined): Args {
  const flat: Args = {};
  for (const [key, value] of Object.entries(where ?? {})) {
    const compound = key.includes("_") && typeof value === "object" && value !== null;
    Object.assign(flat, compound ? value : { [key]: value });
  }
  return flat;
}
