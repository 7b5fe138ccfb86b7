import type { Permission } from "@/modules/tenancy/permissions.ts";
import type { NavItem } from "@/ui/shell/nav-items.ts";

const NEEDS: Readonly<Record<NavItem, Permission>> = { pos: "sale.register", sales: "sale.read", cash: "shift.read", customers: "customer.read", products: "product.read", stock: "stock.read", prices: "price.change", suppliers: "supplier.read", purchases: "purchase.read", today: "report.read", team: "member.read", settings: "settings.read" };

/** What the menu shows to who holds these permissions. */
export function navItemsFor(permissions: ReadonlySet<Permission>): NavItem[] {
  return (Object.keys(NEEDS) as NavItem[]).filter((item) => permissions.has(NEEDS[item]));
}
