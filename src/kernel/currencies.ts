/** Currencies in which price lists and costs come (ISO 4217). */
export const CURRENCIES = ["ARS", "USD", "EUR", "BRL", "UYU", "CLP", "PYG", "MXN"] as const;
