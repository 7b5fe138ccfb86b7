import { isDecimal, type Decimal } from "@/kernel/decimal.ts";
import type { SaleRequest } from "../../rules/sale-request.ts";

/** What the server said of a sale it refused (RFC 9457, with our extensions). */
export interface SaleProblem {
  code: string;
  /** In the member's language; null when there was no readable answer. */
  message: string | null;
  /** Current prices, when those on the screen are no longer right. */
  prices: readonly { productId: string; unitPrice: Decimal }[];
}

export type SendResult =
  | { kind: "accepted"; number: string; change: Decimal | null; creditCode: string | null }
  | { kind: "refused"; problem: SaleProblem }
  /** Nothing known: network, time-out, overload. The same id may be sent again at will. */
  | { kind: "retry"; reached: boolean; afterMs: number | null }
  /** The session ended, or belongs to another shop now: nothing to send until the person acts. */
  | { kind: "signIn"; code: string };

const TIMEOUT_MS = 15_000;
const TRANSIENT = [408, 425, 429];

/** Posts one sale with the names of shop and member on it, so that a session of another shop or of the next person at the till refuses it. */
export async function sendSale({ shopSlug, memberId }: { shopSlug: string; memberId: string }, request: SaleRequest): Promise<SendResult> {
  try {
    const response = await fetch("/api/v1/ops/sales", {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/json", "x-tenant-slug": shopSlug, "x-member-id": memberId, "idempotency-key": request.id },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return readAnswer(response.status, response.headers.get("retry-after"), await response.json().catch(() => null));
  } catch {
    return { kind: "retry", reached: false, afterMs: null };
  }
}

/** What an answer means for the queue. Only a clear "no" ends a sale: everything else is tried again. */
export function readAnswer(status: number, retryAfter: string | null, body: unknown): SendResult {
  const answer = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  if (status >= 200 && status < 300) {
    // A proxy's page with status 200 is no receipt.
    if (answer.number === undefined) return { kind: "retry", reached: true, afterMs: null };
    return { kind: "accepted", number: String(answer.number), change: isDecimal(answer.change) ? answer.change : null, creditCode: creditOf(answer.storeCredits) };
  }
  const problem = readProblem(answer);
  if (status === 401 || problem.code === "tenant_changed" || problem.code === "person_changed") return { kind: "signIn", code: status === 401 ? "unauthenticated" : problem.code };
  const clear = status >= 400 && status < 500 && !TRANSIENT.includes(status) && problem.code !== "";
  if (clear) return { kind: "refused", problem };
  return { kind: "retry", reached: true, afterMs: /^\d{1,4}$/.test(retryAfter ?? "") ? Number(retryAfter) * 1_000 : null };
}

/** Of an exchange that gave one. */
function creditOf(credits: unknown): string | null {
  const first = Array.isArray(credits) ? (credits[0] as { code?: unknown } | undefined) : undefined;
  return typeof first?.code === "string" ? first.code : null;
}

function readProblem(answer: Record<string, unknown>): SaleProblem {
  const errors = Array.isArray(answer.errors) ? (answer.errors as Record<string, unknown>[]) : [];
  const message = [errors[0]?.message, answer.detail, answer.title].find((text) => typeof text === "string" && text !== "");
  const prices = Array.isArray(answer.prices) ? (answer.prices as Record<string, unknown>[]) : [];
  return {
    code: typeof answer.code === "string" ? answer.code : "",
    message: (message as string | undefined) ?? null,
    prices: prices.flatMap(({ productId, unitPrice }) => (typeof productId === "string" && isDecimal(unitPrice) ? [{ productId, unitPrice }] : [])),
  };
}
