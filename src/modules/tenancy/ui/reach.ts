import { unstable_rethrow } from "next/navigation";
import { refuse } from "@/kernel/refusal.ts";
import type { ActionResult } from "../define-action.ts";

/**
 * Calls a server action from a page. Without the network, or with a server that is being replaced, the call throws: thrown on, it would take the page
 * away and with it what was typed. It comes back as the refusal `unreachable` instead.
 */
export async function reach<T>(action: () => Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  try {
    return await action();
  } catch (error) {
    // Redirects and the like are how the framework moves, no failures.
    unstable_rethrow(error);
    return refuse("unreachable");
  }
}
