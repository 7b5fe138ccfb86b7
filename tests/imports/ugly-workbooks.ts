import { COLA, ean, LAMP, YERBA, type UglyList } from "./ugly-list.ts";
import { makeOds } from "./make-ods.ts";
import { makeXls } from "./make-xls.ts";
import { makeXlsx, STYLE } from "./make-xlsx.ts";

const n = (value: string, style?: number) => ({ n: value, style });

/** Lists that are workbooks. */
export const UGLY_WORKBOOKS: UglyList[] = [
  {
    trap: "banner rows above the header: name, address, telephone, date",
    file: "lista.xlsx",
    bytes: () =>
      makeXlsx([{
        name: "Hoja1",
        merges: ["A1:D1", "A2:D2"],
        rows: [
          ["DISTRIBUIDORA EL TORNILLO S.R.L."], ["Av. San Martín 1234 - Tel. 0351-4567890"], [null, null, "Lista de precios vigente desde:", n("46082", STYLE.date)], [],
          ["Cód.", "Descripción", "Marca", "Precio c/IVA"],
          ["T-001", "Tornillo 8x1", "Fischer", n("150.5")], ["T-002", "Taco 8 mm", "Fischer", n("45")],
        ],
      }]),
    header: 4,
    columns: { sku: 0, name: 1, brand: 2, salePrice: 3 },
    questions: [],
    products: [[{ sku: "T-001", name: "Tornillo 8x1", brand: "Fischer", salePrice: "150.5" }], [{ sku: "T-002", name: "Taco 8 mm", brand: "Fischer", salePrice: "45" }]],
  },
  {
    trap: "section titles between rows, merged and not, carried as category",
    file: "secciones.xlsx",
    bytes: () =>
      makeXlsx([{
        name: "Lista",
        merges: ["A2:C2"],
        rows: [
          ["Código", "Producto", "Precio final"], ["PLOMERÍA"], ["C1", "Codo 90° 110", n("1200")], ["C2", "Caño 110 x 4 m", n("9800.4")], [],
          [null, "Electricidad"], ["E1", "Cable 2,5 mm", n("800")], ["RUBRO: PINTURAS"], ["P1", "Látex 20 l", n("45000")],
        ],
      }]),
    header: 0,
    columns: { sku: 0, name: 1, salePrice: 2 },
    products: [
      [{ sku: "C1", name: "Codo 90° 110", salePrice: "1200", category: "PLOMERÍA" }], [{ sku: "C2", name: "Caño 110 x 4 m", salePrice: "9800.4", category: "PLOMERÍA" }],
      [{ sku: "E1", name: "Cable 2,5 mm", salePrice: "800", category: "Electricidad" }], [{ sku: "P1", name: "Látex 20 l", salePrice: "45000", category: "PINTURAS" }],
    ],
    others: ["section", "section", "section"],
  },
  {
    trap: "a category merged down over its products, a header of two rows with merged groups",
    file: "combinadas.xlsx",
    bytes: () =>
      makeXlsx([{
        name: "Lista",
        merges: ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "A3:A4"],
        rows: [
          ["Rubro", "Código", "Producto", "Precio"], [null, null, null, "Costo s/IVA", "Venta c/IVA"],
          ["Bebidas", "B1", "Cola 1,5 l", n("1000"), n("1815")], [null, "B2", "Agua 2 l", n("500"), n("907.5")], ["Almacén", "A1", "Yerba 1 kg", n("3000"), n("4900")],
        ],
      }]),
    header: 1,
    columns: { category: 0, sku: 1, name: 2, costPrice: 3, salePrice: 4 },
    products: [
      [{ category: "Bebidas", sku: "B1", name: "Cola 1,5 l", costPrice: "1000", salePrice: "1815" }], [{ category: "Bebidas", sku: "B2", name: "Agua 2 l", costPrice: "500", salePrice: "907.5" }],
      [{ category: "Almacén", sku: "A1", name: "Yerba 1 kg", costPrice: "3000", salePrice: "4900" }],
    ],
  },
  {
    trap: "errors where values should be, formulas with and without a stored result, float noise",
    file: "errores.xlsx",
    bytes: () =>
      makeXlsx([{
        name: "Lista",
        rows: [
          ["Código", "Producto", "EAN", "PVP"], ["1", "Uno", { error: "#N/A" }, n("0.30000000000000004")], ["2", "Dos", null, { error: "#REF!" }],
          ["3", "Tres", null, { formula: "D2*2", value: "1815.0000000000002" }], ["4", "Cuatro", null, { formula: "D3*2" }], ["5", { formula: 'A1&"x"', text: "Cinco" }, null, n("1.5E+3")],
        ],
      }]),
    header: 0,
    columns: { sku: 0, name: 1, barcode: 2, salePrice: 3 },
    products: [
      [{ sku: "1", name: "Uno", salePrice: "0.3" }, "row_formula_error"], [{ sku: "2", name: "Dos" }, "row_formula_error"], [{ sku: "3", name: "Tres", salePrice: "1815" }],
      [{ sku: "4", name: "Cuatro" }, "row_formula_error"], [{ sku: "5", name: "Cinco", salePrice: "1500" }],
    ],
  },
  {
    trap: "codes stored as numbers: padded by format, dashed by format, EANs exact, rounded, with a lost zero, with a wrong digit",
    file: "codigos.xlsx",
    bytes: () =>
      makeXlsx([{
        name: "Lista",
        rows: [
          ["Código", "Detalle", "Cód. de barras", "Precio final"], [n("123", STYLE.padded), "Cola 1,5 l", n(COLA), n("10")], [n("1234567", STYLE.dashed), "Yerba", n("7.79E+12"), n("20")],
          [n("77"), "Sopa", n(ean("03600029145").slice(1)), n("30")], ["0007", "Foco", n(LAMP.slice(0, 12) + ((Number(LAMP[12]) + 1) % 10)), n("40")], ["0008", "Pila", "7,79E+12", n("50")],
          ["0009", "Fideos", n(YERBA), n("60")], ["0010", "Arroz", n(ean("779038700002")), n("60")],
        ],
      }]),
    header: 0,
    columns: { sku: 0, name: 1, barcode: 2, salePrice: 3 },
    products: [
      [{ sku: "00123", name: "Cola 1,5 l", barcode: COLA, salePrice: "10" }], [{ sku: "123-4567", name: "Yerba", salePrice: "20" }, "row_barcode_rounded"],
      [{ sku: "77", name: "Sopa", barcode: `0${ean("03600029145")}`, salePrice: "30" }, "row_zeros_restored"],
      [{ sku: "0007", name: "Foco", barcode: LAMP.slice(0, 12) + ((Number(LAMP[12]) + 1) % 10), salePrice: "40" }, "row_barcode_check"],
      [{ sku: "0008", name: "Pila", salePrice: "50" }, "row_barcode_rounded"], [{ sku: "0009", name: "Fideos", barcode: YERBA, salePrice: "60" }],
      [{ sku: "0010", name: "Arroz", barcode: ean("779038700002"), salePrice: "60" }],
    ],
  },
  {
    trap: "a cover sheet, a hidden sheet with an old list, the real list in the middle",
    file: "varias-hojas.xlsx",
    bytes: () =>
      makeXlsx([
        { name: "Portada", rows: [["Bienvenido"], ["Precios en la hoja siguiente"]] },
        { name: "Precios", rows: [["Artículo", "Descripción", "P. Venta c/IVA", "Stock"], ["A1", "Martillo", n("15000"), n("3")]] },
        { name: "Precios 2024", hidden: true, rows: [["Artículo", "Descripción", "P. Venta c/IVA", "Stock", "Marca"], ["A1", "Martillo", n("1"), n("3"), "X"], ["A2", "Pinza", n("1"), n("3"), "X"]] },
      ]),
    sheet: "Precios",
    header: 0,
    columns: { sku: 0, name: 1, salePrice: 2, stock: 3 },
    products: [[{ sku: "A1", name: "Martillo", salePrice: "15000", stock: "3" }]],
  },
  {
    trap: "twenty trailing columns with format and no content, a row of formats far below",
    file: "columnas-de-mas.xlsx",
    bytes: () => makeXlsx([{ name: "Lista", rows: [["Codigo", "Nombre", "Precio publico", ...blanks(20)], ["1", "Uno", n("5"), ...blanks(20)], ...Array.from({ length: 30 }, () => blanks(23))] }]),
    header: 0,
    columns: { sku: 0, name: 1, salePrice: 2 },
    products: [[{ sku: "1", name: "Uno", salePrice: "5" }]],
  },
  {
    trap: "prices in dollars by number format, percentages by format, a name that became a date",
    file: "dolares.xlsx",
    bytes: () =>
      makeXlsx([{
        name: "Lista",
        rows: [
          ["Cod", "Producto", "Precio final", "IVA %"], ["1", "Router", n("120", STYLE.dollars), n("0.21", STYLE.percent)], ["2", "Cable", n("1500", STYLE.money), n("0.105", STYLE.percent)],
          ["3", n("46115", STYLE.date), n("300", STYLE.money), n("0.21", STYLE.percent)], ["4", "Pinza", n("-300", STYLE.money), n("0.21", STYLE.percent)],
        ],
      }]),
    header: 0,
    columns: { sku: 0, name: 1, salePrice: 2, taxRate: 3 },
    products: [
      [{ sku: "1", name: "Router", taxRate: "21" }, "row_price_currency"], [{ sku: "2", name: "Cable", salePrice: "1500", taxRate: "10.5" }],
      [{ sku: "3", salePrice: "300", taxRate: "21" }, "row_became_date"], [{ sku: "4", name: "Pinza", taxRate: "21" }, "row_negative"],
    ],
  },
  {
    trap: "OpenDocument: header kept in print-header rows, comments, repeated empties, percentages, errors, padded codes, a hidden sheet first",
    file: "lista.ods",
    bytes: () =>
      makeOds([
        { name: "Vieja", hidden: true, rows: [["Código", "Producto", "Precio final"], ["9", "Viejo", { n: "1" }]] },
        {
          name: "Lista",
          printHeader: 1,
          rows: [
            [{ text: "LISTA DE MAYO", across: 4 }], ["Código", "Producto", "Precio final", "IVA"], [{ text: "BEBIDAS", across: 4 }],
            [{ n: "45", shown: "00045" }, "Cola  1,5 l", { n: "1815.5", type: "currency", shown: "$ 1.815,50" }, { n: "0.21", type: "percentage" }], ["46", "Agua & soda", { error: "#N/D" }, null],
          ],
        },
      ]),
    sheet: "Lista",
    header: 1,
    columns: { sku: 0, name: 1, salePrice: 2, taxRate: 3 },
    products: [[{ sku: "00045", name: "Cola 1,5 l", salePrice: "1815.5", taxRate: "21", category: "BEBIDAS" }], [{ sku: "46", name: "Agua & soda", category: "BEBIDAS" }, "row_formula_error"]],
    others: ["section"],
  },
  {
    trap: "Excel 97 workbook: accents, leading zeros as text, an error, a merged section title",
    file: "lista.xls",
    bytes: () => makeXls("Precios", [["Código", "Descripción", "Precio c/IVA"], ["GRIFERÍA", null, null], ["0012", "Canilla ½\" ñandú", 1234.56], ["0013", "Flexible 30 cm", { error: 42 }]], [[1, 1, 0, 2]]),
    header: 0,
    columns: { sku: 0, name: 1, salePrice: 2 },
    products: [[{ sku: "0012", name: "Canilla ½\" ñandú", salePrice: "1234.56", category: "GRIFERÍA" }], [{ sku: "0013", name: "Flexible 30 cm", category: "GRIFERÍA" }, "row_formula_error"]],
    others: ["section"],
  },
  {
    trap: "totals and conditions at the foot, the header printed again on the second page",
    file: "totales.xlsx",
    bytes: () =>
      makeXlsx([{
        name: "Stock",
        rows: [
          ["Código", "Artículo", "Existencia", "Precio venta"], ["1", "Balde", n("4"), n("2000")], [null, "Subtotal", n("4"), n("2000")], ["Código", "Artículo", "Existencia", "Precio venta"],
          ["2", "Total limpiador", n("1"), n("900")], ["Total general", null, n("5"), n("2900")], ["Los precios pueden cambiar sin previo aviso."], ["Consultas: ventas@ejemplo.com.ar"],
        ],
      }]),
    header: 0,
    columns: { sku: 0, name: 1, stock: 2, salePrice: 3 },
    questions: ["price_tax"],
    products: [[{ sku: "1", name: "Balde", stock: "4", salePrice: "2000" }], [{ sku: "2", name: "Total limpiador", stock: "1", salePrice: "900" }]],
    others: ["total", "header", "total", "note", "note"],
  },
];

function blanks(count: number): null[] {
  return Array.from({ length: count }, () => null);
}
