import { warmUp } from "./later.tsx";
import { APPROVAL_ROW, CAMERA, CUSTOMERS, CUSTOMER_ROW, GIVE_BACK, GIVE_BACK_PANEL, HELD_PANEL, HELP_PANEL, LOOK_UP, LOST_DEMAND, OPEN_TILL, PAPER, PRINT, RESOLVE_ROW, REST_PANEL, SHARING, TILL_ROW, UNDO, VOUCHER_FIELD } from "./parts.ts";

SHARING.comesBy(() => import("./share-tickets.ts"));
PAPER.comesBy(() => import("./receipt-paper.tsx"));
PRINT.comesBy(() => import("./print-receipt.ts"));
CUSTOMER_ROW.comesBy(() => import("./customer-row.tsx"));
CUSTOMERS.comesBy(() => import("./pick-customer.ts"));
HELD_PANEL.comesBy(() => import("./held-panel.tsx"));
LOST_DEMAND.comesBy(() => import("./note-lost-demand.ts"));
GIVE_BACK_PANEL.comesBy(() => import("./give-back-panel.tsx"));
GIVE_BACK.comesBy(() => import("./give-back.ts"));
APPROVAL_ROW.comesBy(() => import("./approval-row.tsx"));
RESOLVE_ROW.comesBy(() => import("./resolve-row.tsx"));
LOOK_UP.comesBy(() => import("./look-up-sale.ts"));
REST_PANEL.comesBy(() => import("./rest-panel.tsx"));
VOUCHER_FIELD.comesBy(() => import("./voucher-field.tsx"));
UNDO.comesBy(() => import("./undo-sale.ts"));
OPEN_TILL.comesBy(() => import("./open-till.ts"));
TILL_ROW.comesBy(() => import("./till-row.tsx"));
HELP_PANEL.comesBy(() => import("./help-panel.tsx"));
CAMERA.comesBy(() => import("./camera-scan.tsx"));

/** Fetches what will be asked for, the likeliest first. Answers how to stop. */
export function bringParts(): () => void {
  return warmUp([SHARING, TILL_ROW, PAPER, PRINT, UNDO, CUSTOMER_ROW, CUSTOMERS, HELD_PANEL, LOST_DEMAND, GIVE_BACK_PANEL, GIVE_BACK, APPROVAL_ROW, RESOLVE_ROW, LOOK_UP, REST_PANEL, VOUCHER_FIELD, HELP_PANEL]);
}
