/** Currencies in which price lists come (ISO 4217). */
export const CURRENCIES = ["ARS", "USD", "EUR", "BRL", "UYU", "CLP", "PYG", "MXN"] as const;
