import { getTranslations } from "next-intl/server";
import type { Permission } from "@/modules/tenancy/permissions.ts";
import { entriesFor } from "@/ui/shell/nav-items.ts";
import { navItemsFor } from "../nav-needs.ts";

/** The entries of the menu that these permissions show, in its order and words. */
export async function menuOf(permissions: ReadonlySet<Permission>): Promise<string[]> {
  const t = await getTranslations("nav.items");
  return entriesFor(navItemsFor(permissions)).map(({ item }) => t(item));
}
