import { COLA, LAMP, YERBA, type UglyList } from "./ugly-list.ts";
import { makeText, type Encoding } from "./make-text.ts";

const csv = (lines: readonly string[], encoding: Encoding = "utf-8", end = "\r\n") => () => makeText(lines.join(end) + end, encoding);

const ACCENTS = ["Código;Descripción;Rubro;Precio c/IVA", "1;Caño galvanizado ½\" ñ;Plomería;1.234,50", "2;Pegamento 25° Ü;Construcción;99,90"];

const accented = (encoding: Encoding): UglyList => ({
  trap: `accents in ${encoding}`,
  file: "lista.csv",
  bytes: csv(ACCENTS, encoding),
  header: 0,
  columns: { sku: 0, name: 1, category: 2, salePrice: 3 },
  products: [[{ sku: "1", name: "Caño galvanizado ½\" ñ", category: "Plomería", salePrice: "1234.5" }], [{ sku: "2", name: "Pegamento 25° Ü", category: "Construcción", salePrice: "99.9" }]],
});

/** Lists that are delimited text, or claim to be something else. */
export const UGLY_TEXTS: UglyList[] = [
  accented("utf-8-bom"),
  accented("utf-16le-bom"),
  accented("utf-16be-bom"),
  accented("utf-16le"),
  accented("windows-1252"),
  accented("cp850"),
  {
    trap: "one column with commas, another with points; what reads in two ways follows its own column",
    file: "mezcla.csv",
    bytes: csv(["Código;Producto;Costo s/IVA;PVP", "1;Uno;$ 1.234,50;1,815.00", "2;Dos;1.234;1,815", "3;Tres;800,5;0.350", "4;Cuatro;$ -;s/p"]),
    header: 0,
    columns: { sku: 0, name: 1, costPrice: 2, salePrice: 3 },
    questions: [],
    products: [
      [{ sku: "1", name: "Uno", costPrice: "1234.5", salePrice: "1815" }], [{ sku: "2", name: "Dos", costPrice: "1234", salePrice: "1815" }],
      [{ sku: "3", name: "Tres", costPrice: "800.5", salePrice: "0.35" }], [{ sku: "4", name: "Cuatro" }, "row_price_missing"],
    ],
  },
  {
    trap: "a column that proves nothing: the locale reads it, every such row is flagged, the column is asked about",
    file: "ambiguo.csv",
    bytes: csv(["Producto;Precio final", "Uno;1.234", "Dos;12.500", "Tres;900"]),
    header: 0,
    columns: { name: 0, salePrice: 1 },
    questions: ["number_style"],
    products: [[{ name: "Uno", salePrice: "1234" }, "row_ambiguous_number"], [{ name: "Dos", salePrice: "12500" }, "row_ambiguous_number"], [{ name: "Tres", salePrice: "900" }]],
  },
  {
    trap: "both styles in one column: sure cells are read, the doubtful one is flagged",
    file: "dos-estilos.csv",
    bytes: csv(["Producto;Precio final", "Uno;1.234,50", "Dos;1,234.50", "Tres;2.345,10", "Cuatro;9.999"]),
    header: 0,
    columns: { name: 0, salePrice: 1 },
    questions: ["number_style"],
    products: [[{ name: "Uno", salePrice: "1234.5" }], [{ name: "Dos", salePrice: "1234.5" }], [{ name: "Tres", salePrice: "2345.1" }], [{ name: "Cuatro", salePrice: "9999" }, "row_ambiguous_number"]],
  },
  {
    trap: "quoted line breaks, quotes, delimiters inside, uneven rows, trailing delimiters, comma file with es-AR decimals in quotes",
    file: "comillas.csv",
    bytes: csv(['codigo,nombre,descripcion,precio final,,,', 'A1,"Mesa 1,20 x 0,80","Roble\nmacizo ""A""","$ 120.000,00",,,', "A2,Silla", 'A3,"Banco; alto",,"8.500,5",,,,,,']),
    header: 0,
    columns: { sku: 0, name: 1, description: 2, salePrice: 3 },
    products: [
      [{ sku: "A1", name: "Mesa 1,20 x 0,80", description: 'Roble\nmacizo "A"', salePrice: "120000" }], [{ sku: "A2", name: "Silla" }, "row_price_missing"],
      [{ sku: "A3", name: "Banco; alto", salePrice: "8500.5" }],
    ],
  },
  {
    trap: "repeated codes: once the same row, once another",
    file: "repetidos.csv",
    bytes: csv([`EAN;Producto;Precio final`, `${COLA};Cola;10`, `${YERBA};Yerba;20`, `${COLA};Cola;10`, `${YERBA};Yerba suave;21`]),
    header: 0,
    columns: { barcode: 0, name: 1, salePrice: 2 },
    products: [
      [{ barcode: COLA, name: "Cola", salePrice: "10" }], [{ barcode: YERBA, name: "Yerba", salePrice: "20" }],
      [{ barcode: COLA, name: "Cola", salePrice: "10" }, "row_code_repeated"], [{ barcode: YERBA, name: "Yerba suave", salePrice: "21" }, "row_code_repeated"],
    ],
  },
  {
    trap: "no header at all",
    file: "sin-titulos.csv",
    bytes: csv([`${COLA};Gaseosa cola 1,5 l;1815,50`, `${YERBA};Yerba mate 1 kg;4900,00`, `${LAMP};Lámpara led 9 w;2100,25`]),
    header: null,
    columns: { barcode: 0, name: 1, salePrice: 2 },
    questions: ["no_header", "name_column", "price_role", "price_tax"],
    products: [
      [{ barcode: COLA, name: "Gaseosa cola 1,5 l", salePrice: "1815.5" }], [{ barcode: YERBA, name: "Yerba mate 1 kg", salePrice: "4900" }], [{ barcode: LAMP, name: "Lámpara led 9 w", salePrice: "2100.25" }],
    ],
  },
  {
    trap: "two price columns, neither says more",
    file: "dos-precios.csv",
    bytes: csv(["Cod\tDetalle\tLista 1\tLista 2", "1\tUno\t100,00\t120,00", "2\tDos\t200,00\t240,00"]),
    header: 0,
    columns: { sku: 0, name: 1, salePrice: 2 },
    questions: ["price_columns", "price_role", "price_tax"],
    products: [[{ sku: "1", name: "Uno", salePrice: "100" }], [{ sku: "2", name: "Dos", salePrice: "200" }]],
  },
  {
    trap: "prices without VAT: added by each row's rate, by the shop's where none is told",
    file: "mas-iva.csv",
    bytes: csv(["Código|Producto|Precio + IVA|IVA|Costo c/IVA", "1|Uno|100,00|21%|121,00", "2|Dos|100,00|10,5|110,50", "3|Tres|100,00||121,00", "4|Cuatro|100,00|Exento|50,00", "5|Cinco|100,00|mucho|50,00"]),
    options: { defaultTaxRate: "21" },
    header: 0,
    columns: { sku: 0, name: 1, salePrice: 2, taxRate: 3, costPrice: 4 },
    questions: [],
    products: [
      [{ sku: "1", name: "Uno", salePrice: "121", taxRate: "21", costPrice: "100" }], [{ sku: "2", name: "Dos", salePrice: "110.5", taxRate: "10.5", costPrice: "100" }],
      [{ sku: "3", name: "Tres", salePrice: "121", costPrice: "100" }], [{ sku: "4", name: "Cuatro", salePrice: "100", taxRate: "0", costPrice: "50" }],
      [{ sku: "5", name: "Cinco", salePrice: "121", costPrice: "41.3223" }, "row_tax_unreadable"],
    ],
  },
  {
    trap: "a supplier's list: a bare price is what the shop pays, and that is asked",
    file: "proveedor.csv",
    bytes: csv(["Art;Descripcion;P.Lista;U.M.;Cód. Prov.", "00012;Tubo led 18 w;3.500,00;Unid.;AX-9", "00013;Cable 2x1;$ 99,99;mts;AX-10", "00014;Cinta;U$S 1,20;rollo;AX-11", "00015;Alambre;10,00;bidon;AX-12"]),
    options: { fromSupplier: true },
    header: 0,
    columns: { sku: 0, name: 1, costPrice: 2, unit: 3, supplierCode: 4 },
    questions: ["price_role", "price_tax"],
    products: [
      [{ sku: "00012", name: "Tubo led 18 w", costPrice: "3500", unit: "u", supplierCode: "AX-9" }], [{ sku: "00013", name: "Cable 2x1", costPrice: "99.99", unit: "m", supplierCode: "AX-10" }],
      [{ sku: "00014", name: "Cinta", unit: "roll", supplierCode: "AX-11" }, "row_price_currency"], [{ sku: "00015", name: "Alambre", costPrice: "10", supplierCode: "AX-12" }, "row_unit_unknown"],
    ],
  },
  {
    trap: "an HTML table called .xls, as billing programs export it",
    file: "export.xls",
    bytes: () =>
      makeText(
        '<html><head><meta charset="windows-1252"><style>td{mso-number-format:"\\@"}</style></head><body><table border=1><tr><td colspan=3>LISTADO<tr><th>C&oacute;digo<th>Producto<th>Precio final</tr><tr><td>0001</td><td>Ca&ntilde;o&nbsp;PVC</td><td>1.234,50</td></tr></table></body></html>',
        "windows-1252",
      ),
    header: 1,
    columns: { sku: 0, name: 1, salePrice: 2 },
    products: [[{ sku: "0001", name: "Caño PVC", salePrice: "1234.5" }]],
  },
  {
    trap: "words and marks where a value is missing, zeros for prices, spaces that do not break, quotes that keep a text a text",
    file: "faltantes.csv",
    bytes: csv(["sep=;", "Código;Producto;Marca;Costo neto;PVP", "'0012;Uno\u00a0 dos;-;0,00;consultar", "N/D;Tres;NA;#N/A;10,00", "'=A1;Cuatro;S/D;50,00;0"]),
    header: 0,
    columns: { sku: 0, name: 1, brand: 2, costPrice: 3, salePrice: 4 },
    products: [
      [{ sku: "0012", name: "Uno dos" }, "row_zero_ignored", "row_price_missing"], [{ name: "Tres", salePrice: "10" }, "row_formula_error"], [{ sku: "=A1", name: "Cuatro", costPrice: "50" }, "row_zero_ignored"],
    ],
  },
  {
    trap: "Portuguese header, EAN column spoiled throughout, text damaged before it came here",
    file: "lista-br.csv",
    bytes: csv(["Código;Descrição do produto;Código de barras;Preço de venda;Estoque", "1;Café 500 g;7,89E+12;R$ 25,90;10", "2;Feij\ufffdo 1 kg;7,89E+12;R$ 9,50;3"]),
    header: 0,
    columns: { sku: 0, name: 1, barcode: 2, salePrice: 3, stock: 4 },
    questions: ["price_tax"],
    products: [
      [{ sku: "1", name: "Café 500 g", salePrice: "25.9", stock: "10" }, "row_barcode_rounded"], [{ sku: "2", name: "Feij\ufffdo 1 kg", salePrice: "9.5", stock: "3" }, "row_barcode_rounded", "row_text_damaged"],
    ],
  },
  {
    trap: "texts that do not fit, numbers that cannot be",
    file: "largos.csv",
    bytes: csv(["Código;Producto;PVP;Stock", `1;${"x".repeat(201)};10,00;1`, "2;Dos;99999999999,00;1", "3;Tres;12.34.5;muchos", "4;Cuatro;10,00;-3"]),
    header: 0,
    columns: { sku: 0, name: 1, salePrice: 2, stock: 3 },
    products: [
      [{ sku: "1", salePrice: "10", stock: "1" }, "row_too_long"], [{ sku: "2", name: "Dos", stock: "1" }, "row_number_too_large"],
      [{ sku: "3", name: "Tres" }, "row_price_unreadable", "row_stock_unreadable"], [{ sku: "4", name: "Cuatro", salePrice: "10" }, "row_negative"],
    ],
  },
];
