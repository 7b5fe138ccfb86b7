import type { AttemptLimit } from "@/modules/identity/rules/attempt-limits.ts";

/** Links that open nothing, tried from one address; those that open something are not counted. */
export const LINKS_BY_VISITOR: readonly AttemptLimit[] = [{ seconds: 60, most: 20 }, { seconds: 3_600, most: 100 }];

/** What one link may be answered: a supplier says a word or two, a machine more. */
export const ANSWERS_BY_LINK: readonly AttemptLimit[] = [{ seconds: 60, most: 5 }, { seconds: 86_400, most: 40 }];
