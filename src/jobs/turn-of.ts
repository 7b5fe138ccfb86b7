import { TurnOverError } from "@/modules/tenancy/postings/keep-job.ts";
import { othersWait } from "./claim-job.ts";

/** Some chunks of the largest jobs; what a shop waits for each of the others before its own turn comes. */
const TURN_MS = 1_000;

/** Asked between two chunks of a job of this shop: throws TurnOverError when its turn is over and another shop waits. */
export function turnOf(tenantId: string, turnMs = TURN_MS): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < turnMs) return;
    if (await othersWait(tenantId)) throw new TurnOverError();
    begun = performance.now();
  };
}
