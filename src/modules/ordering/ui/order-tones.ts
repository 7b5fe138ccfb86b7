/** How each state of an order looks. */
export const ORDER_TONES = { draft: undefined, sent: "info", partly_received: "warning", received: "positive", closed: undefined, cancelled: undefined } as const;
