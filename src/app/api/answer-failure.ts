import { newId } from "@/kernel/id.ts";
import { RefusedError, refuse } from "@/kernel/refusal.ts";
import { isUnavailable } from "@/platform/db/is-unavailable.ts";
import { describeError, log } from "@/platform/log.ts";
import { answerDefect, answerProblem } from "./problem.ts";

const RETRY_SECONDS = 5;

/** What was thrown while a request was answered: a refusal on its way out, an outage of the database (503), or a defect (500). */
export async function answerFailure(request: Request, error: unknown): Promise<Response> {
  if (error instanceof RefusedError) return answerProblem(request, error.refusal);
  // The caller hung up while still sending: nobody reads the answer, and nothing here is broken.
  if (request.signal.aborted) return answerProblem(request, refuse("invalid"));
  const reference = newId();
  const isOutage = isUnavailable(error);
  log("error", isOutage ? "database_unavailable" : "api_defect", { reference, method: request.method, path: new URL(request.url).pathname, ...describeError(error) });
  return isOutage ? answerProblem(request, refuse("busy", { params: { seconds: RETRY_SECONDS } })) : answerDefect(reference);
}
