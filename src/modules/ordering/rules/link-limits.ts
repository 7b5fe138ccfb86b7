import type { AttemptLimit } from "@/modules/identity/rules/attempt-limits.ts";

/** What one link may be answered: a supplier says a word or two, a machine more. */
export const ANSWERS_BY_LINK: readonly AttemptLimit[] = [{ seconds: 60, most: 5 }, { seconds: 86_400, most: 40 }];
