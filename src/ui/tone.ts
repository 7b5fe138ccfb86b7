/** Meanings that have a colour. The colour never speaks alone: a word or an icon goes with it. */
export type Tone = "neutral" | "info" | "positive" | "warning" | "negative";
