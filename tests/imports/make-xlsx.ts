import { strToU8, zipSync } from "fflate";

/** A value as the file stores it: a text, a number in raw digits, or a cell with more to it. */
export type XlsxCell = null | string | { n: string; style?: number } | { error: string } | { bool: boolean } | { formula: string; value?: string; text?: string } | { inline: string };

export interface XlsxSheet {
  name: string;
  rows: XlsxCell[][];
  merges?: string[];
  hidden?: boolean;
}

/** Cell styles by index: general, "00000", dollars, percent, date, "000-0000", two decimals. */
export const STYLE = { general: 0, padded: 1, dollars: 2, percent: 3, date: 4, dashed: 5, money: 6 } as const;

const FORMATS = ["00000", "[$USD-409] #,##0.00", "0.00%", "dd/mm/yyyy", "000\\-0000", '"$" #,##0.00'];

/** Writes a workbook by hand, so that the tests hold what no writer library would write for them. */
export function makeXlsx(sheets: readonly XlsxSheet[], { compress = true } = {}): Uint8Array {
  const strings: string[] = [];
  const files: Record<string, string> = {
    "[Content_Types].xml": `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": relations([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets
      .map(({ name, hidden }, i) => `<sheet name="${escape(name)}" sheetId="${i + 1}" ${hidden ? 'state="hidden" ' : ""}r:id="rId${i + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations([
      ...sheets.map((_, i): [string, string, string] => [`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`]),
      ["rIdS", "sharedStrings", "/xl/sharedStrings.xml"],
      ["rIdT", "styles", "styles.xml"],
    ]),
    "xl/styles.xml": `${XML}<styleSheet xmlns="${MAIN}"><numFmts>${FORMATS.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escape(code)}"/>`).join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${FORMATS.map((_, i) => `<xf numFmtId="${164 + i}"/>`).join("")}</cellXfs></styleSheet>`,
  };
  sheets.forEach((sheet, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] = worksheet(sheet, strings);
  });
  files["xl/sharedStrings.xml"] = `${XML}<sst xmlns="${MAIN}">${strings.map((text) => `<si><t xml:space="preserve">${escape(text)}</t><rPh sb="0" eb="1"><t>x</t></rPh></si>`).join("")}</sst>`;
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])), { level: compress ? 6 : 0 });
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function relations(all: readonly [id: string, type: string, target: string][]): string {
  const inside = all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`).join("");
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
}

function worksheet({ rows, merges = [] }: XlsxSheet, strings: string[]): string {
  const body = rows
    .map((row, r) => `<row r="${r + 1}">${row.map((cell, c) => cellXml(cell, `${letters(c)}${r + 1}`, strings)).join("")}</row>`)
    .join("\n");
  const merged = merges.length === 0 ? "" : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;
  return `${XML}<worksheet xmlns="${MAIN}"><sheetData>${body}</sheetData>${merged}</worksheet>`;
}

function cellXml(cell: XlsxCell, ref: string, strings: string[]): string {
  if (cell === null) return `<c r="${ref}" s="0"/>`;
  if (typeof cell === "string") return `<c r="${ref}" t="s"><v>${strings.push(cell) - 1}</v></c>`;
  if ("n" in cell) return `<c r="${ref}" s="${cell.style ?? 0}"><v>${cell.n}</v></c>`;
  if ("error" in cell) return `<c r="${ref}" t="e"><v>${cell.error}</v></c>`;
  if ("bool" in cell) return `<c r="${ref}" t="b"><v>${cell.bool ? 1 : 0}</v></c>`;
  if ("inline" in cell) return `<c r="${ref}" t="inlineStr"><is><r><t>${escape(cell.inline.slice(0, 2))}</t></r><r><t xml:space="preserve">${escape(cell.inline.slice(2))}</t></r></is></c>`;
  const stored = cell.text === undefined ? (cell.value === undefined ? "" : `<v>${cell.value}</v>`) : `<v>${escape(cell.text)}</v>`;
  return `<c r="${ref}"${cell.text === undefined ? "" : ' t="str"'}><f>${escape(cell.formula)}</f>${stored}</c>`;
}

function letters(column: number): string {
  return (column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : "") + String.fromCharCode(65 + (column % 26));
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
