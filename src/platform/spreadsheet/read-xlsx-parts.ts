import { FileProblem } from "./file-problem.ts";
import { MAX_CELLS, MAX_TEXT } from "./limits.ts";
import { attribute, scanXml, type XmlHandler } from "./xml-scanner.ts";
import { builtInFormat, readNumberFormat, type NumberFormat } from "./number-format.ts";
import type { ZipArchive } from "./zip.ts";

export interface SheetPart {
  name: string;
  hidden: boolean;
  path: string;
}

export interface WorkbookParts {
  sheets: SheetPart[];
  epoch1904: boolean;
  sharedStrings: string | null;
  styles: string | null;
}

/** Finds a workbook's parts by its relationships: their paths are free, only the relationship types are fixed. */
export async function readWorkbookParts(zip: ZipArchive): Promise<WorkbookParts | null> {
  const roots = await readRelations(zip, "_rels/.rels", "");
  const workbook = roots.find((root) => root.type === "officeDocument")?.path ?? "xl/workbook.xml";
  if (!zip.has(workbook) || !workbook.endsWith(".xml")) return null;
  const folder = workbook.includes("/") ? workbook.slice(0, workbook.lastIndexOf("/")) : "";
  const file = workbook.slice(folder === "" ? 0 : folder.length + 1);
  const relations = await readRelations(zip, `${folder === "" ? "" : `${folder}/`}_rels/${file}.rels`, folder);

  const sheets: SheetPart[] = [];
  let epoch1904 = false;
  await scanXml(zip.chunks(workbook), {
    ...IGNORE,
    open(name, attributes) {
      if (name === "workbookPr") epoch1904 = isTrue(attribute(attributes, "date1904"));
      if (name !== "sheet") return;
      // "r:id" loses its prefix here; "sheetId" is another name, so the two do not meet.
      const target = relations.find((relation) => relation.id === attribute(attributes, "id"));
      if (target?.type !== "worksheet" || !zip.has(target.path)) return;
      const state = attribute(attributes, "state");
      sheets.push({ name: attribute(attributes, "name") ?? "", hidden: state === "hidden" || state === "veryHidden", path: target.path });
    },
  });
  const pathOf = (type: string) => relations.find((relation) => relation.type === type)?.path ?? null;
  return { sheets, epoch1904, sharedStrings: pathOf("sharedStrings"), styles: pathOf("styles") };
}

interface Relation {
  id: string;
  /** Last part of the type's URI: the transitional and the strict standard differ before it. */
  type: string;
  path: string;
}

async function readRelations(zip: ZipArchive, path: string, folder: string): Promise<Relation[]> {
  const relations: Relation[] = [];
  if (!zip.has(path)) return relations;
  await scanXml(zip.chunks(path), {
    ...IGNORE,
    open(name, attributes) {
      if (name !== "Relationship") return;
      const type = attribute(attributes, "Type") ?? "";
      const target = attribute(attributes, "Target") ?? "";
      relations.push({ id: attribute(attributes, "Id") ?? "", type: type.slice(type.lastIndexOf("/") + 1), path: resolve(folder, target) });
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  const path = target.startsWith("/") ? [] : folder.split("/");
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.filter((step) => step !== "").join("/");
}

/** The text table that cells point into. Phonetic readings (rPh) are not part of a text. Refuses file_too_large. */
export async function readSharedStrings(zip: Pick<ZipArchive, "chunks">, path: string): Promise<string[]> {
  const strings: string[] = [];
  let length = 0;
  let text = "";
  let inText = false;
  let inPhonetic = false;
  await scanXml(zip.chunks(path), {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") inPhonetic = true;
      else if (name === "t") inText = !inPhonetic;
    },
    close(name) {
      if (name === "si") {
        strings.push(unescapeOoxml(text));
        length += text.length;
        // No cell need point to a text, so the grid does not count them.
        if (strings.length > MAX_CELLS || length > MAX_TEXT) throw new FileProblem("file_too_large");
      }
      else if (name === "rPh") inPhonetic = false;
      else if (name === "t") inText = false;
    },
    text(piece) {
      if (inText) text += piece;
    },
  });
  return strings;
}

/** The meaning of each cell style, by its index. */
export async function readCellFormats(zip: ZipArchive, path: string): Promise<NumberFormat[]> {
  const custom = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  let inCellStyles = false;
  await scanXml(zip.chunks(path), {
    ...IGNORE,
    open(name, attributes) {
      if (name === "numFmt") custom.set(Number(attribute(attributes, "numFmtId")), readNumberFormat(attribute(attributes, "formatCode") ?? ""));
      else if (name === "cellXfs") inCellStyles = true;
      else if (name === "xf" && inCellStyles) {
        const id = Number(attribute(attributes, "numFmtId") ?? "0");
        formats.push(custom.get(id) ?? builtInFormat(id));
      }
    },
    close(name) {
      if (name === "cellXfs") inCellStyles = false;
    },
  });
  return formats;
}

const IGNORE: XmlHandler = { open: () => undefined, close: () => undefined, text: () => undefined };

function isTrue(value: string | null): boolean {
  return value === "1" || value === "true";
}

/** ECMA-376 part 1, 22.9.2.19: characters that XML cannot hold are written "_x000D_". */
export function unescapeOoxml(text: string): string {
  return text.includes("_x") ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}
