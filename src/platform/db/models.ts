import { Prisma } from "./generated/client.ts";

/** Reached by the role app_control only. Every model that is not named here is a tenant's: forgetting one fails closed. */
export const CONTROL_MODELS = ["User", "Session", "SharedTill", "RefreshToken", "AuthToken", "RecoveryCode", "Mail", "AuthEvent", "RateLimit", "Tenant", "Membership", "PermissionSet", "Invitation", "DocumentLink", "UserAgreement"] as const;

export type ControlModel = (typeof CONTROL_MODELS)[number];
export type TenantModel = Exclude<Prisma.ModelName, ControlModel>;

export const TENANT_MODELS = Object.values(Prisma.ModelName).filter(
  (model): model is TenantModel => !(CONTROL_MODELS as readonly string[]).includes(model),
);

export type DelegateName<M extends string> = Uncapitalize<M>;

export function delegateName<M extends string>(model: M): DelegateName<M> {
  return (model[0]!.toLowerCase() + model.slice(1)) as DelegateName<M>;
}

/** Column-backed fields of a model: the only keys that `data` may have, since nested writes escape the extension. */
export function scalarFields(model: Prisma.ModelName): Readonly<Record<string, string>> {
  return (Prisma as unknown as Record<string, Record<string, string>>)[`${model}ScalarFieldEnum`]!;
}
