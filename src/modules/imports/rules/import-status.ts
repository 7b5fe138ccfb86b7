export type ImportStatus = "processing" | "review" | "applying" | "applied" | "failed" | "undone";
