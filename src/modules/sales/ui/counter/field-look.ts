/** The fields of the panels that take the place of the ticket, or stand in a row under it. */
export const FIELD = "h-ctl rounded-sm border-2 border-accent-edge bg-surface px-2 pointer-coarse:h-11";
