/** What the form holds, as `supplierForm` of the schema takes it. */
export function readSupplierFields(form: HTMLFormElement, { id, version }: { id: string; version: number | null }): Record<string, unknown> {
  const given = new FormData(form);
  const text = (name: string): string => String(given.get(name) ?? "");
  const column = (name: string): string[] => given.getAll(name).map(String);
  const [names, phones, emails, notes] = [column("contactName"), column("contactPhone"), column("contactEmail"), column("contactNote")];
  return {
    id,
    version,
    ...Object.fromEntries(["name", "taxId", "currency", "discounts", "freightPercent", "leadDays", "minOrder", "notes"].map((name) => [name, text(name)])),
    orderDays: column("orderDays").map(Number),
    contacts: names.map((name, i) => ({ name, phone: phones[i] ?? "", email: emails[i] ?? "", note: notes[i] ?? "" })),
  };
}
