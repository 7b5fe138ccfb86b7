import type * as ApprovalRow from "./approval-row.tsx";
import type * as CameraScan from "./camera-scan.tsx";
import type * as CustomerRow from "./customer-row.tsx";
import type * as GiveBackPanel from "./give-back-panel.tsx";
import type * as GiveBack from "./give-back.ts";
import type * as HeldPanel from "./held-panel.tsx";
import type * as HelpPanel from "./help-panel.tsx";
import { later } from "./later.tsx";
import type * as LookUpSale from "./look-up-sale.ts";
import type * as NoteLostDemand from "./note-lost-demand.ts";
import type * as PickCustomer from "./pick-customer.ts";
import type * as PrintReceipt from "./print-receipt.ts";
import type * as ReceiptPaper from "./receipt-paper.tsx";
import type * as ResolveRow from "./resolve-row.tsx";
import type * as RestPanel from "./rest-panel.tsx";
import type * as ShareTickets from "./share-tickets.ts";
import type * as VoucherField from "./voucher-field.tsx";

// What is not needed for the first key of a sale. Where each comes from stands in bring-parts.ts: what a part needs of the counter may need the part.
export const SHARING = later<typeof ShareTickets>();
export const PAPER = later<typeof ReceiptPaper>();
export const PRINT = later<typeof PrintReceipt>();
export const CUSTOMER_ROW = later<typeof CustomerRow>();
export const CUSTOMERS = later<typeof PickCustomer>();
export const HELD_PANEL = later<typeof HeldPanel>();
export const LOST_DEMAND = later<typeof NoteLostDemand>();
export const GIVE_BACK_PANEL = later<typeof GiveBackPanel>();
export const GIVE_BACK = later<typeof GiveBack>();
export const APPROVAL_ROW = later<typeof ApprovalRow>();
export const RESOLVE_ROW = later<typeof ResolveRow>();
export const LOOK_UP = later<typeof LookUpSale>();
export const REST_PANEL = later<typeof RestPanel>();
export const VOUCHER_FIELD = later<typeof VoucherField>();
export const HELP_PANEL = later<typeof HelpPanel>();
/** Where the counter is held in the hand only: fetched when it is opened. */
export const CAMERA = later<typeof CameraScan>();
