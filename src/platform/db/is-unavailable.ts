const CODES = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|57P0[123]|08\d{3}|53300|P1001|P1002|P1017)$/;
const WORDS = /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i;

/** Whether a database error means "not reachable now" rather than a defect: trying again later is the right answer. */
export function isUnavailable(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    const { code } = cause as Error & { code?: unknown };
    if ((typeof code === "string" && CODES.test(code)) || WORDS.test(cause.message)) return true;
    // Node tries each address of a host and joins what went wrong.
    if (cause instanceof AggregateError && cause.errors.some(isUnavailable)) return true;
  }
  return false;
}
