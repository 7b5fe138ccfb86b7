import type { Decimal } from "./decimal.ts";

/** An amount of the shop's money, or any other figure: written as the shop writes them before anybody reads it (write-values.ts). */
export type RefusalValue = string | number | { money: Decimal } | { figure: Decimal };

/**
 * A refusal is an expected "no" with a reason that a person can act on; it travels as a value.
 * A defect is our fault: it is thrown, logged with an id, and shown as such.
 */
export interface Refusal {
  ok: false;
  code: RefusalCode;
  /** Values for the message of this code, such as the name of the product that is missing. */
  params?: Readonly<Record<string, RefusalValue>>;
  /** Where it happened: one entry per field, with the path as in the request ("lines.0.quantity"). */
  fields?: readonly FieldRefusal[];
}

export interface FieldRefusal {
  path: string;
  code: RefusalCode;
  params?: Readonly<Record<string, RefusalValue>>;
}

export interface Accepted<T> {
  ok: true;
  value: T;
}

export type Result<T> = Accepted<T> | Refusal;

/** Every refusal that people can meet; each has a message per language (tests/laws) and an HTTP status (app/api). */
export const REFUSAL_CODES = [
  // requests
  "invalid", "required", "too_long", "too_short", "too_large", "too_small", "not_a_number", "not_allowed", "unknown_field",
  "not_found", "forbidden", "unauthenticated", "tenant_changed", "cross_origin", "conflict", "idempotency_mismatch", "rate_limited",
  "payload_too_large", "unreachable", "unsupported_media_type", "method_not_allowed", "not_acceptable", "busy", "version_changed",
  // settings
  "currency_kept",
  // identity
  "bad_credentials", "email_taken", "email_invalid", "password_short", "password_common", "password_personal", "terms_required", "name_required",
  "session_ended", "account_disabled", "refresh_invalid", "tenant_not_yours", "link_gone", "password_wrong", "email_same", "totp_required", "totp_wrong", "totp_setup_required",
  "whole_sign_in_required", "proof_required", "person_changed", "pin_wrong", "pin_refused", "pin_missing", "till_gone",
  // team
  "own_role", "owner_protected", "last_owner", "already_member", "member_inactive", "invitation_pending", "invitation_gone", "invitation_other_email", "set_taken", "set_in_use",
  // catalogue
  "sku_taken", "barcode_taken", "barcode_repeated", "category_taken", "category_cycle", "category_in_use", "price_required", "unit_unknown", "sample_in_use", "sample_present",
  "quantity_not_fractional", "product_archived", "tax_rate_unknown", "scale_pattern_invalid", "family_taken", "variant_repeated", "variant_incomplete", "variant_elsewhere", "kit_ring", "kit_has_stock", "kit_no_stock", "in_kit", "field_taken", "merge_same", "merge_units", "merge_kit", "merge_gone", "merge_later", "merge_stock", "merge_unfinished",
  // suppliers and prices
  "supplier_taken", "tax_id_invalid", "tax_id_taken", "discounts_invalid", "supplier_code_taken", "rate_missing", "price_list_taken", "rounding_invalid", "installments_twice", "price_list_derived", "price_list_in_use", "price_list_archived", "target_missing", "floor_missing", "category_twice", "prices_unchanged", "price_run_waiting", "price_run_begun",
  // labels
  "labels_none", "labels_too_many",
  // imports
  "file_unreadable", "file_empty", "file_too_large", "file_too_many_rows", "file_type", "file_encrypted", "sheet_missing", "mapping_incomplete", "import_interrupted", "import_not_in_review", "import_busy",
  "import_in_use", "import_row_used", "row_price_unreadable", "row_cost_unreadable", "row_stock_unreadable", "row_name_missing", "row_price_missing", "row_barcode_rounded", "row_barcode_check", "row_code_repeated",
  "row_barcode_of_other", "row_section", "row_total", "row_formula_error", "row_ambiguous_number", "row_negative", "row_tax_unreadable", "row_matched_by_name", "row_unit_unknown", "row_too_long",
  "row_barcode_several", "row_zeros_restored", "row_became_date", "row_text_damaged", "row_price_currency", "row_number_too_large", "row_zero_ignored", "row_note", "row_tax_missing",
  "row_sku_kept", "row_stock_kept", "row_cost_kept", "row_kit_kept", "row_reactivated", "row_name_repeated", "row_name_ambiguous", "row_sku_of_other", "row_kept", "row_match_doubtful", "row_price_jump", "row_back_on_list", "row_rate_missing", "row_line_repeated", "row_pack_without_size", "row_pack_unreadable", "row_field_unreadable", "list_mapping_incomplete", "line_taken",
  // sales and stock
  "sale_empty", "stock_short", "payment_short", "payment_excess", "installments_unknown", "discount_over_limit", "discount_too_large", "price_override", "price_below_cost", "price_missing", "price_changed", "product_unknown", "quantity_zero", "total_negative",
  "sku_ambiguous", "method_unavailable", "customer_required",
  "return_excess", "return_unreceipted", "refund_over_limit", "sale_cancelled", "sale_returned", "sale_closed", "credit_unknown", "credit_short", "credit_spent", "credit_forbidden", "credit_over_limit", "document_taken", "approval_own", "approval_short", "approval_gone",
  "shift_open", "shift_closed", "register_closed", "register_taken", "register_in_use", "register_last", "count_missing", "shift_difference", "difference_over_limit", "tickets_held", "ticket_gone",
  "product_repeated", "location_closed", "location_not_yours", "location_taken", "location_in_use", "location_default", "location_same", "transfer_state", "transfer_excess", "count_state", "count_disputed", "approval_needed", "approval_by_other",
  // purchases
  "purchase_taken", "purchase_cancelled", "payment_cancelled", "statement_long", "bill_total_differs", "weight_missing",
  // purchase orders, receipts, returns and credit notes
  "purchase_order_state", "receipt_billed", "receipt_cancelled", "reason_required", "difference_decided", "return_cancelled", "return_credited", "credit_note_taken", "credit_note_cancelled", "credit_excess",
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

export function accept<T>(value: T): Accepted<T> {
  return { ok: true, value };
}

export function refuse(code: RefusalCode, more: Omit<Refusal, "ok" | "code"> = {}): Refusal {
  return { ok: false, code, ...more };
}

/** What was accepted, made into something else; a refusal stays what it is. */
export function mapAccepted<T, U>(result: Result<T>, make: (value: T) => U): Result<U> {
  return result.ok ? accept(make(result.value)) : result;
}

/** A refusal of one field. */
export function refuseField(path: string, code: RefusalCode, params?: FieldRefusal["params"]): Refusal {
  return { ok: false, code, params, fields: [{ path, code, params }] };
}

/** Carries a refusal out of a transaction so that it rolls back; the database wrapper turns it into a value again. */
export class RefusedError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`refused: ${refusal.code}`);
    this.name = "RefusedError";
    this.refusal = refusal;
  }
}
