import type { z } from "zod";
import { refuse, type Result } from "@/kernel/refusal.ts";
import { definePublicAction } from "./define-public-action.ts";
import type { FormWords } from "./form-state.ts";
import type { Session } from "./queries/find-session.ts";
import { currentSession } from "./session-cookie.ts";
import type { Visitor } from "./visitor.ts";

interface AccountPlan<S extends z.ZodType> {
  schema: S;
  keep: readonly string[];
  words?: FormWords;
  run: (input: z.output<S>, session: Session, visitor: Visitor) => Promise<Result<string | null>>;
}

/** A server action on the person's own account, whatever the shop they stand in: same origin → session, never by a PIN → schema → command. */
export function defineAccountAction<S extends z.ZodType>({ run, ...plan }: AccountPlan<S>) {
  return definePublicAction({
    ...plan,
    mayEnter: async () => (await currentSession()) !== null,
    run: async (input, visitor) => {
      const session = await currentSession();
      if (!session) return refuse("unauthenticated");
      return session.byPin ? refuse("whole_sign_in_required") : run(input, session, visitor);
    },
  });
}
