import { createTranslator } from "next-intl";
import type { Refusal, RefusalCode } from "@/kernel/refusal.ts";
import { loadCatalogue } from "@/messages/catalogue.ts";
import { chooseLocale } from "@/messages/locales.ts";
import { refusalMessage } from "@/messages/refusal-message.ts";

/** HTTP status of a refusal; what is not listed is 422: understood, well formed, and still no. */
const STATUS: Partial<Record<RefusalCode, number>> = {
  invalid: 400,
  unknown_field: 400,
  unauthenticated: 401,
  bad_credentials: 401,
  session_ended: 401,
  refresh_invalid: 401,
  account_disabled: 401,
  forbidden: 403,
  tenant_changed: 403,
  tenant_not_yours: 403,
  cross_origin: 403,
  not_found: 404,
  method_not_allowed: 405,
  not_acceptable: 406,
  conflict: 409,
  version_changed: 409,
  price_changed: 409,
  product_unknown: 404,
  sku_taken: 409,
  barcode_taken: 409,
  category_taken: 409,
  category_in_use: 409,
  supplier_taken: 409,
  tax_id_taken: 409,
  supplier_code_taken: 409,
  purchase_taken: 409,
  document_taken: 409,
  credit_forbidden: 403,
  credit_over_limit: 409,
  shift_open: 409,
  shift_closed: 409,
  tickets_held: 409,
  ticket_gone: 409,
  return_excess: 409,
  sale_cancelled: 409,
  sale_returned: 409,
  sale_closed: 409,
  credit_short: 409,
  credit_spent: 409,
  purchase_cancelled: 409,
  purchase_order_state: 409,
  receipt_billed: 409,
  receipt_cancelled: 409,
  difference_decided: 409,
  return_cancelled: 409,
  return_credited: 409,
  credit_note_taken: 409,
  credit_note_cancelled: 409,
  payment_cancelled: 409,
  price_list_taken: 409,
  price_run_waiting: 409,
  price_run_begun: 409,
  email_taken: 409,
  own_role: 403,
  owner_protected: 403,
  last_owner: 409,
  already_member: 409,
  member_inactive: 409,
  invitation_pending: 409,
  invitation_gone: 404,
  link_gone: 404,
  totp_required: 401,
  totp_wrong: 401,
  totp_setup_required: 403,
  whole_sign_in_required: 403,
  proof_required: 401,
  unreachable: 503,
  person_changed: 403,
  pin_wrong: 403,
  till_gone: 401,
  password_wrong: 403,
  invitation_other_email: 403,
  set_taken: 409,
  set_in_use: 409,
  currency_kept: 409,
  sample_in_use: 409,
  sample_present: 409,
  import_not_in_review: 409,
  import_busy: 409,
  import_in_use: 409,
  stock_short: 409,
  location_not_yours: 403,
  location_taken: 409,
  location_in_use: 409,
  location_default: 409,
  transfer_state: 409,
  count_state: 409,
  count_disputed: 409,
  approval_needed: 403,
  approval_by_other: 403,
  approval_own: 403,
  approval_short: 403,
  approval_gone: 409,
  payload_too_large: 413,
  file_too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  busy: 503,
};

export function statusOf(code: RefusalCode): number {
  return STATUS[code] ?? 422;
}

const HEADERS = { "content-type": "application/problem+json", "cache-control": "private, no-store" };

/** A refusal as RFC 9457, its sentences in the caller's language. */
export async function answerProblem(request: Request, refusal: Refusal): Promise<Response> {
  const status = statusOf(refusal.code);
  const locale = chooseLocale(undefined, request.headers.get("accept-language"));
  // The translator's own type knows each code's parameters; here the code is only known to be one of them.
  const t = createTranslator({ locale, messages: await loadCatalogue(locale), namespace: "errors" }) as unknown as Parameters<typeof refusalMessage>[0];
  const detail = refusalMessage(t, refusal);
  const problem = {
    type: `urn:mostrador:problem:${refusal.code}`,
    title: detail,
    status,
    detail,
    code: refusal.code,
    errors: (refusal.fields ?? []).map((field) => ({ path: field.path, code: field.code, message: refusalMessage(t, field) })),
  };
  const retryAfter = refusal.params?.seconds;
  const headers = { ...HEADERS, ...(retryAfter === undefined ? {} : { "retry-after": String(retryAfter) }), ...challengeOf(refusal, status) };
  return new Response(JSON.stringify(problem), { status, headers });
}

/**
 * What a 401 must name (RFC 9110 §15.5.2): how to come in. Of a token whose sign-in is too long ago (RFC 9470) also how young one must be, in
 * seconds.
 */
function challengeOf({ code, params }: Refusal, status: number): Record<string, string> {
  if (status !== 401) return {};
  if (code !== "proof_required") return { "www-authenticate": "Bearer" };
  return { "www-authenticate": `Bearer error="insufficient_user_authentication", max_age="${Number(params?.count ?? 0) * 60}"` };
}

/** Our fault: nothing of the error leaves the house but the reference under which it was logged. */
export function answerDefect(reference: string): Response {
  const problem = { type: "about:blank", title: "Internal error", status: 500, detail: `Reference ${reference}`, code: "defect", errors: [] };
  return new Response(JSON.stringify(problem), { status: 500, headers: HEADERS });
}
