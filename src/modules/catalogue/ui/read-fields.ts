/** Names of the shop's own fields begin so. */
const OWN = "customFields.";

/** What the form holds, as `productForm` of the schema takes it. Fields that are not shown are absent. */
export function readFields(form: HTMLFormElement, { id, version }: { id: string; version: number | null }): Record<string, unknown> {
  const given = new FormData(form);
  const text = (name: string): string => String(given.get(name) ?? "");
  const shown = (name: string): Record<string, string> => (given.has(name) ? { [name]: text(name) } : {});
  const [packs, units] = [given.getAll("packSize").map(String), given.getAll("packUnit").map(String)];
  return {
    id,
    version,
    ...Object.fromEntries(["name", "sku", "brand", "supplierCode", "description", "tags", "unit", "taxRate", "categoryName", "salePrice", "minStock", "maxStock", "contentAmount"].map((name) => [name, text(name)])),
    ...shown("contentUnit"),
    ...shown("weight"),
    ...shown("costPrice"),
    ...shown("costCurrency"),
    ...shown("targetMargin"),
    ...shown("initialStock"),
    customFields: Object.fromEntries([...given].filter(([name]) => name.startsWith(OWN)).map(([name, value]) => [name.slice(OWN.length), String(value)])),
    categoryId: text("categoryId") || null,
    barcodes: given.getAll("barcode").map((code, i) => ({ code: String(code), packSize: packs[i] ?? "", unit: units[i] ?? "" })),
  };
}
