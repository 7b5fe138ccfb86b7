/** What a shop is to the tax office. In Argentina: Responsable Inscripto, Monotributo, IVA Exento. */
export const TAX_CONDITIONS = ["registered", "simplified", "exempt"] as const;

export type TaxCondition = (typeof TAX_CONDITIONS)[number];
