import { UGLY_TEXTS } from "./ugly-texts.ts";
import { UGLY_WORKBOOKS } from "./ugly-workbooks.ts";
import type { UglyList } from "./ugly-list.ts";

/** Every trap that the importer is known to survive. A list that breaks it joins here before it is mended. */
export const UGLY_LISTS: readonly UglyList[] = [...UGLY_WORKBOOKS, ...UGLY_TEXTS];
