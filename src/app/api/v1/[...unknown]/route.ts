import { answerProblem } from "@/app/api/problem.ts";
import { refuse } from "@/kernel/refusal.ts";

/** An address that the API does not have is a problem like any other, not a page. */
async function handle(request: Request): Promise<Response> {
  return answerProblem(request, refuse("not_found"));
}

export { handle as GET, handle as HEAD, handle as POST, handle as PUT, handle as PATCH, handle as DELETE, handle as OPTIONS };
