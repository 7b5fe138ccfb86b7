import { gtinCheckDigit } from "@/kernel/barcode.ts";
import { big, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney } from "@/kernel/money.ts";
import { isUnit, type Unit } from "./units.ts";

export interface SampleProduct {
  sku: string;
  name: string;
  brand: string | null;
  unit: Unit;
  /** Names from the root down: one or two. */
  category: readonly string[];
  /** Percent. */
  taxRate: Decimal;
  /** With VAT. */
  salePrice: Decimal;
  /** Net of VAT. */
  costPrice: Decimal;
  barcodes: readonly { code: string; packSize: Decimal }[];
}

export interface SampleSheet {
  /** Begins each sku: "FE". */
  prefix: string;
  /** One digit, so that two samples share no barcode. */
  range: string;
  text: string;
}

/** GS1 keeps this prefix for demonstrations: no shop will ever scan a real product of it (docs/decisions/050). */
const DEMONSTRATION_PREFIX = "952";
/** Odd and no multiple of five, so that no two products share a number; it only makes the codes look unlike each other. */
const SPREAD = 4_827_131;

/**
 * Reads a sample: "# Category > Subcategory | markup %", then "name | price with VAT | brand | marks" per product. Marks: a unit
 * ("m"), a VAT rate ("10.5"), a pack with a barcode of its own ("x12"), "-" for goods without barcode. Costs follow from the markup.
 */
export function readSample({ prefix, range, text }: SampleSheet): SampleProduct[] {
  const products: SampleProduct[] = [];
  let category: readonly string[] = [];
  let markup = "0";
  for (const line of text.split("\n").filter(Boolean)) {
    const cells = line.split("|").map((cell) => cell.trim());
    if (line.startsWith("#")) {
      category = cells[0]!.slice(1).split(">").map((name) => name.trim());
      markup = cells[1]!;
    } else {
      const number = products.length + 1;
      const [name = "", price = "", brand = "", marks = ""] = cells;
      const said = marks.split(" ").filter(Boolean);
      const taxRate = said.find((mark) => /^\d/.test(mark)) ?? "21";
      const factor = big(taxRate).div(100).plus(1).times(big(markup).div(100).plus(1));
      products.push({
        sku: `${prefix}-${String(number).padStart(3, "0")}`,
        name,
        brand: brand || null,
        unit: said.find(isUnit) ?? "u",
        category,
        taxRate,
        salePrice: roundMoney(price),
        costPrice: roundMoney(big(price).div(factor)),
        barcodes: said.includes("-") ? [] : barcodesOf(range, number, said.find((mark) => /^x\d/.test(mark))?.slice(1)),
      });
    }
  }
  return products;
}

/** The EAN-13 of one, and of the pack its GTIN-14 (GS1: indicator digit 1 before the same number). */
function barcodesOf(range: string, number: number, packSize: string | undefined): SampleProduct["barcodes"] {
  const body = DEMONSTRATION_PREFIX + range + String((number * SPREAD) % 100_000_000).padStart(8, "0");
  const one = { code: body + gtinCheckDigit(body), packSize: "1" };
  return packSize ? [one, { code: `1${body}${gtinCheckDigit(`1${body}`)}`, packSize }] : [one];
}
