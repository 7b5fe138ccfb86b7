import { makeText } from "./make-text.ts";
import { makeXlsx, STYLE } from "./make-xlsx.ts";
import { ean } from "./ugly-list.ts";

/** A line's fate: verdict, own code of the product it was brought together with, list price, what it costs, then codes of reasons. */
export type Fate = [verdict: string, sku: string | null, listPrice: string | null, cost: string | null, ...reasons: string[]];

/** A price list as suppliers really send it, against the shop of ugly-supplier-lists.test.ts, and what must become of each line; worked out by hand. */
export interface UglySupplierList {
  trap: string;
  file: string;
  bytes: () => Uint8Array;
  /** A list that was applied before this one. */
  before?: string;
  /** In dollars at 1,400, instead of in pesos. */
  inDollars?: true;
  lines: Fate[];
  /** Own codes of the products that a doubtful line may be, by line from 0. */
  candidates?: Record<number, string[]>;
}

const text = (...lines: string[]) => () => makeText(lines.join("\r\n"), "utf-8");
const NUT = ean("779123450001");
const BOLT = ean("779123450002");

/** Costs are list × 0.8 × 0.9 × 1.05 = list × 0.756; in dollars × 1400. */
export const UGLY_SUPPLIER_LISTS: readonly UglySupplierList[] = [
  {
    trap: "a letterhead above, rubrics between, a total and conditions below; the codes are the supplier's",
    file: "membrete.xlsx",
    bytes: () => makeXlsx([{ name: "Lista", merges: ["A1:C1"], rows: [
      ["DISTRIBUIDORA SUR S.R.L. - Tel 4444-5555"], ["Lista N° 48 vigente desde 03/11/2026"], [], ["COD.", "DETALLE", "P. LISTA"],
      ["BULONERÍA"], ["B100", "BUL. HEX. 1/2 X 2", { n: "1000" }], ["SELLADORES"], ["S900", "Sellador acrílico blanco 300 ml", { n: "2000" }],
      [null, "TOTAL ARTICULOS", { n: "2" }], ["Precios sin IVA sujetos a cambio sin previo aviso."],
    ] }]),
    lines: [["skipped", null, null, null, "row_section"], ["changed", "BU-12", "1000", "756.0000"], ["skipped", null, null, null, "row_section"], ["new", null, "2000", "1512.0000"], ["skipped", null, null, null, "row_total"], ["skipped", null, null, null, "row_note"]],
  },
  {
    trap: "the supplier's code is our own code of quite another product",
    file: "codigo-ajeno.csv",
    bytes: text("Código;Descripción;Precio lista", "CI-20;Manguera cristal reforzada 1 pulgada;500,00"),
    lines: [["skipped", null, "500", null, "row_match_doubtful"]],
    candidates: { 0: ["CI-20"] },
  },
  {
    trap: "the shop took the supplier's codes for its own: code and name agree",
    file: "codigo-propio.csv",
    bytes: text("Código;Descripción;Precio lista", "CI-20;CINTA AISL. NEGRA X 20 M;500,00"),
    lines: [["changed", "CI-20", "500", "378.0000"]],
  },
  {
    trap: "no codes at all, and names that differ in a measure only",
    file: "sin-codigos.csv",
    bytes: text("Producto;Precio lista", "BULON HEXAGONAL 3/4\" X 2\";900,00", "bulón hexagonal 1/2\" x 2\";800,00"),
    lines: [["changed", "BU-34", "900", "680.4000", "row_matched_by_name"], ["changed", "BU-12", "800", "604.8000", "row_matched_by_name"]],
  },
  {
    trap: "a new size of a known series is no other size of it",
    file: "medida-nueva.csv",
    bytes: text("Código;Descripción;Precio lista", "B158;Bulón hexagonal 5/8\" x 2\";850,00"),
    lines: [["new", null, "850", "642.6000"]],
  },
  {
    trap: "litres here and cubic centimetres there: the same tin, and not the large one",
    file: "litros.csv",
    bytes: text("Código;Descripción;Precio lista", "L4;Pintura latex interior blanco 4000 cc;10.000,00"),
    lines: [["skipped", null, "10000", null, "row_match_doubtful"]],
    candidates: { 0: ["PIN-4"] },
  },
  {
    trap: "a code that the supplier gave to another article since the last list",
    file: "reciclado.csv",
    before: "Código;Descripción;Precio lista\nB100;Bulón hexagonal 1/2 x 2;1.000,00",
    bytes: text("Código;Descripción;Precio lista", "B100;Amoladora angular Gamma;60.000,00"),
    lines: [["skipped", null, "60000", null, "row_match_doubtful"]],
    candidates: { 0: ["BU-12"] },
  },
  {
    trap: "an article that got a new code since the last list",
    file: "recodificado.csv",
    before: "Código;Descripción;Precio lista\nC300;Cinta aisladora negra 20 m;500,00",
    bytes: text("Código;Descripción;Precio lista", "CX-0300;Cinta aisladora negra 20 m;510,00"),
    lines: [["skipped", null, "510", null, "row_match_doubtful"]],
    candidates: { 0: ["CI-20"] },
  },
  {
    trap: "the code of one product beside the barcode of another",
    file: "contradice.csv",
    bytes: text("Código;EAN;Descripción;Precio lista", `B100;${NUT};Bulón o tuerca;100,00`),
    lines: [["skipped", null, "100", null, "row_match_doubtful"]],
    candidates: { 0: ["BU-12", "TU-8"] },
  },
  {
    trap: "barcodes that a spreadsheet spoiled: nothing is matched by them, and the code still decides",
    file: "ean-roto.csv",
    bytes: text("Código;EAN;Descripción;Precio lista", "B100;7,79E+12;Bulón;1.000,00", "Z1;7,79E+12;Remache pop 4 x 10;30,00"),
    lines: [["changed", "BU-12", "1000", "756.0000", "row_barcode_rounded"], ["new", null, "30", "22.6800", "row_barcode_rounded"]],
  },
  {
    trap: "a list in dollars with U$S before each price, in text and by format",
    file: "dolares.xlsx",
    inDollars: true,
    bytes: () => makeXlsx([{ name: "USD", rows: [["Código", "Artículo", "Precio lista"], ["B100", "Bulón hexagonal 1/2\" x 2\"", "U$S 1,50"], ["T650", "Taladro percutor 650 W", { n: "100.5", style: STYLE.dollars }]] }]),
    lines: [["changed", "BU-12", "1.5", "1587.6000"], ["changed", "TA-650", "100.5", "106369.2000", "row_matched_by_name"]],
  },
  {
    trap: "some prices of a list in pesos are in dollars",
    file: "dos-monedas.csv",
    bytes: text("Código;Descripción;Precio lista", "B100;Bulón;1.000,00", "T650;Taladro percutor 650 W;US$ 100"),
    lines: [["changed", "BU-12", "1000", "756.0000"], ["error", "TA-650", null, null, "row_price_currency", "row_matched_by_name"]],
  },
  {
    trap: "prices with VAT: the cost is without",
    file: "con-iva.csv",
    bytes: text("Código;Descripción;IVA;Precio c/IVA", "B100;Bulón;21;1.210,00", "CI-20;Cinta aisladora negra 20 m;10,5;552,50"),
    lines: [["changed", "BU-12", "1000", "756.0000"], ["changed", "CI-20", "500", "378.0000"]],
  },
  {
    trap: "words, zeros and errors instead of a price: a known line keeps its cost",
    file: "sin-precio.xlsx",
    bytes: () => makeXlsx([{ name: "Hoja1", rows: [["Código", "Descripción", "Precio lista"], ["B100", "Bulón", "consultar"], ["CI-20", "Cinta aisladora negra 20 m", { n: "0" }], ["T650", "Taladro percutor 650 W", { error: "#N/A" }]] }]),
    lines: [["changed", "BU-12", null, null], ["changed", "CI-20", null, null, "row_zero_ignored"], ["error", "TA-650", null, null, "row_formula_error", "row_matched_by_name"]],
  },
  {
    trap: "a code that comes twice: once the same line, once with another price",
    file: "repetidos.csv",
    bytes: text("Código;Descripción;Precio lista", "B100;Bulón;1.000,00", "B100;Bulón;1.000,00", "b100;Bulón;1.200,00"),
    lines: [["changed", "BU-12", "1000", "756.0000"], ["skipped", "BU-12", "1000", null, "row_code_repeated"], ["error", "BU-12", "1200", null, "row_code_repeated"]],
  },
  {
    trap: "the box and the unit of one barcode are two lines: the first counts",
    file: "bulto.csv",
    bytes: text("Código;EAN;Descripción;Precio lista", `T8;${NUT};Tuerca 8 mm;10,00`, `T8C;${NUT};Tuerca 8 mm caja x 100;950,00`),
    lines: [["changed", "TU-8", "10", "7.5600"], ["error", "TU-8", "950", null, "row_code_repeated"]],
  },
  {
    trap: "a price for the box where it was for the unit: it jumps, and that is told",
    file: "por-bulto.csv",
    bytes: text("Código;Descripción;Precio lista", "B100;Bulón;70.000,00"),
    lines: [["changed", "BU-12", "70000", "52920.0000", "row_price_jump"]],
  },
  {
    trap: "a suggested retail price beside what the shop pays, and discounts in columns of their own",
    file: "sugerido.csv",
    bytes: text("Código;Descripción;Precio lista;Bonif.;PVP sugerido", "B100;Bulón;1.000,00;20;2.900,00", "N1;Escuadra de metal 30 cm;4.000,00;20;9.900,00"),
    lines: [["changed", "BU-12", "1000", "756.0000"], ["new", null, "4000", "3024.0000"]],
  },
  {
    trap: "DOS text between bars, trailing blanks, leading zeros in the codes",
    file: "LISTA.TXT",
    before: "Código;Descripción;Precio lista\n00012;Caño corrugado 3/4;100,00",
    bytes: () => makeText(["CODIGO|DESCRIPCION         |PRECIO LISTA", "00012 |CAÑO CORRUGADO 3/4  |    120,00"].join("\r\n"), "cp850"),
    lines: [["changed", "A00001", "120", "90.7200"]],
  },
  {
    trap: "a hidden sheet with last month's prices, and a cover before the list",
    file: "tapas.xlsx",
    bytes: () => makeXlsx([{ name: "Tapa", rows: [["Distribuidora Sur"]] }, { name: "Octubre", hidden: true, rows: [["Código", "Descripción", "Precio lista"], ["B100", "Bulón", { n: "1" }]] }, { name: "Noviembre", rows: [["Código", "Descripción", "Precio lista"], ["B100", "Bulón", { n: "1000" }]] }]),
    lines: [["changed", "BU-12", "1000", "756.0000"]],
  },
  {
    trap: "a name that two products come near to: a person chooses",
    file: "pinturas.csv",
    bytes: text("Código;Descripción;Precio lista", "P1;Pintura latex interior blanco;9.000,00"),
    lines: [["skipped", null, "9000", null, "row_match_doubtful"]],
    candidates: { 0: ["PIN-20", "PIN-4"] },
  },
  {
    trap: "the name fits and the barcode is none of the product's",
    file: "otro-ean.csv",
    bytes: text("Código;EAN;Descripción;Precio lista", `X1;${BOLT};Tuerca autofrenante 8 mm;12,00`),
    lines: [["skipped", null, "12", null, "row_match_doubtful"]],
    candidates: { 0: ["TU-8"] },
  },
];
