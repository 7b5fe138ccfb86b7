import type { AttemptLimit } from "@/modules/identity/rules/attempt-limits.ts";

/** Links that open nothing, tried from one address; those that open something are not counted. */
export const LINKS_BY_VISITOR: readonly AttemptLimit[] = [{ seconds: 60, most: 20 }, { seconds: 3_600, most: 100 }];
