import type { useTranslations } from "next-intl";
import { isReadyMadeSet, type Role } from "@/modules/tenancy/permissions.ts";

type Translate = ReturnType<typeof useTranslations<"team">>;

interface Held {
  role: Role;
  permissionSet: string | null;
  permissionSetName: string | null;
}

/** What somebody is here, in one word: their role, or the name of their set. */
export function standingName(t: Translate, { role, permissionSet, permissionSetName }: Held): string {
  if (role !== "STAFF") return t(`roles.${role}`);
  return setName(t, { key: permissionSet ?? "", name: permissionSetName });
}

export function setName(t: Translate, { key, name }: { key: string; name: string | null }): string {
  return name ?? (isReadyMadeSet(key) ? t(`sets.${key}`) : t("roles.STAFF"));
}
