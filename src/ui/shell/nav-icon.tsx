import { Banknote, ChartNoAxesColumn, Contact, FileInput, Package, ReceiptText, ScanBarcode, Settings, Tags, Truck, Users, Warehouse, type LucideIcon } from "lucide-react";
import type { NavItem } from "./nav-items.ts";

const ICONS: Readonly<Record<NavItem, LucideIcon>> = { pos: ScanBarcode, sales: ReceiptText, cash: Banknote, customers: Contact, products: Package, stock: Warehouse, prices: Tags, purchases: FileInput, suppliers: Truck, today: ChartNoAxesColumn, team: Users, settings: Settings };

export function NavIcon({ item, size }: { item: NavItem; size: number }) {
  const Icon = ICONS[item];
  return <Icon aria-hidden size={size} />;
}
