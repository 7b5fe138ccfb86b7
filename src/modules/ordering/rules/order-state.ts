import { compare, type Decimal } from "@/kernel/decimal.ts";
import type { PurchaseOrderState } from "../schema.ts";

/** What an order is, from what a member made of it and what came: only a sent one is told by its receipts. */
export function stateOf(status: "draft" | "sent" | "closed" | "cancelled", lines: readonly { quantity: Decimal; received: Decimal }[]): PurchaseOrderState {
  if (status !== "sent") return status;
  if (lines.every(({ quantity, received }) => compare(received, quantity) >= 0)) return "received";
  return lines.some(({ received }) => compare(received, "0") > 0) ? "partly_received" : "sent";
}
