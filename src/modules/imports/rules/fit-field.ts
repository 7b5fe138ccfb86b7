import type { ColumnProfile } from "./profile-column.ts";
import type { ImportField } from "./import-values.ts";

/** How well a column's content fits a field: from -1 (cannot be) over 0 (says nothing) to 1 (speaks for itself). */
export function fitField(profile: ColumnProfile, field: ImportField): number {
  // An empty column contradicts nothing.
  return profile.filled === 0 ? 0 : FITS[field](profile);
}

const price = ({ numeric, letters, gtin, taxRate }: ColumnProfile) => {
  if (gtin > 0.6 || letters > 0.7) return -1;
  if (numeric < 0.3) return -0.7;
  return taxRate > 0.95 ? -0.3 : numeric * 0.5;
};

const quantity = ({ numeric, letters, gtin }: ColumnProfile) => (gtin > 0.6 || letters > 0.5 || numeric < 0.5 ? -0.8 : 0.3);

const group = ({ letters, distinct, numeric, length }: ColumnProfile) => {
  if (numeric > 0.9) return -0.4;
  return letters < 0.3 || length > 60 ? -0.3 : distinct < 0.6 ? 0.4 : 0;
};

const code = ({ length, spaced, distinct, gtin }: ColumnProfile) => {
  if (length > 25 || spaced > 0.6) return -0.8;
  return (distinct > 0.9 ? 0.4 : -0.1) - (gtin > 0.6 ? 0.3 : 0);
};

const barcode = ({ gtin, gtinShaped, letters, length }: ColumnProfile) => {
  if (gtin > 0.5) return 1;
  if (gtinShaped > 0.5) return 0.6;
  return letters > 0.5 || length > 20 ? -0.8 : 0;
};

const unit = ({ unit: known, length, numeric }: ColumnProfile) => {
  if (known > 0.6) return 0.7;
  return length > 12 || numeric > 0.7 ? -0.8 : -0.2;
};

const FITS: Readonly<Record<ImportField, (profile: ColumnProfile) => number>> = {
  barcode,
  packBarcode: barcode,
  packSize: ({ gtin, length }) => (gtin > 0.5 || length > 20 ? -1 : 0.2),
  packUnit: unit,
  sku: code,
  supplierCode: code,
  name: ({ letters, length, numeric, distinct, spaced }) => {
    if (numeric > 0.7 || letters < 0.3) return -1;
    return (length >= 8 ? 0.3 : -0.1) + (distinct > 0.5 ? 0.3 : 0) + (spaced > 0.5 ? 0.2 : 0);
  },
  description: ({ letters, numeric }) => (numeric > 0.7 || letters < 0.3 ? -1 : 0.1),
  category: group,
  brand: group,
  unit,
  costPrice: price,
  salePrice: price,
  taxRate: ({ taxRate, numeric }) => (taxRate > 0.8 ? 0.7 : numeric > 0.5 || taxRate < 0.3 ? -0.8 : 0),
  stock: quantity,
  minStock: quantity,
};
