/** Keys of the days' names, Monday first, as ISO 8601 counts them from 1. */
export const WEEK = ["d1", "d2", "d3", "d4", "d5", "d6", "d7"] as const;
