import { strToU8, zipSync } from "fflate";

export type OdsCell = null | string | { n: string; shown?: string; type?: "float" | "percentage" | "currency"; formula?: string } | { date: string } | { error: string } | { text: string; across?: number; down?: number };

export interface OdsSheet {
  name: string;
  rows: OdsCell[][];
  hidden?: boolean;
  /** Row from 0 that LibreOffice repeats on each printed page, in an element of its own. */
  printHeader?: number;
}

/** Writes an OpenDocument sheet the way LibreOffice does: repeated empties up to the sheet's edge, comments, header rows. */
export function makeOds(sheets: readonly OdsSheet[]): Uint8Array {
  const tables = sheets.map(({ name, rows, hidden, printHeader }) => {
    const body = rows.map((row, i) => {
      const xml = `<table:table-row table:style-name="ro1">${row.map(cellXml).join("")}<table:table-cell table:number-columns-repeated="16370"/></table:table-row>`;
      return i === printHeader ? `<table:table-header-rows>${xml}</table:table-header-rows>` : xml;
    });
    const rest = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    return `<table:table table:name="${name}" table:style-name="${hidden ? "ta2" : "ta1"}">${body.join("")}${rest}</table:table>`;
  });
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES}><office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${tables.join("")}</office:spreadsheet></office:body></office:document-content>`;
  return zipSync({ mimetype: [strToU8("application/vnd.oasis.opendocument.spreadsheet"), { level: 0 }], "content.xml": strToU8(content) });
}

const NAMESPACES = ["office", "table", "text", "style", "calcext"].map((prefix) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${prefix}:1.0"`).join(" ");

function cellXml(cell: OdsCell): string {
  if (cell === null) return "<table:table-cell/>";
  if (typeof cell === "string") return `<table:table-cell office:value-type="string" calcext:value-type="string"><office:annotation><text:p>nota</text:p></office:annotation>${paragraphs(cell)}</table:table-cell>`;
  if ("date" in cell) return `<table:table-cell office:value-type="date" office:date-value="${cell.date}"><text:p>x</text:p></table:table-cell>`;
  if ("error" in cell) return `<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>${cell.error}</text:p></table:table-cell>`;
  if ("text" in cell) {
    const covered = (cell.across ?? 1) > 1 ? `<table:covered-table-cell table:number-columns-repeated="${(cell.across ?? 1) - 1}"/>` : "";
    return `<table:table-cell office:value-type="string" table:number-columns-spanned="${cell.across ?? 1}" table:number-rows-spanned="${cell.down ?? 1}">${paragraphs(cell.text)}</table:table-cell>${covered}`;
  }
  const formula = cell.formula === undefined ? "" : ` table:formula="${cell.formula}"`;
  return `<table:table-cell${formula} office:value-type="${cell.type ?? "float"}" office:value="${cell.n}"><text:p>${cell.shown ?? cell.n}</text:p></table:table-cell>`;
}

function paragraphs(text: string): string {
  return text.split("\n").map((line) => `<text:p>${line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replace(/ {2}/g, ' <text:s text:c="1"/>')}</text:p>`).join("");
}
