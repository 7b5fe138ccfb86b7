export type XlsCell = null | string | number | { error: number };

const SECTOR = 512;
const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;

/** Writes a minimal workbook of Excel 97–2003: one sheet in BIFF8 ([MS-XLS]) inside a compound file ([MS-CFB]). */
export function makeXls(name: string, rows: readonly XlsCell[][], merges: readonly [top: number, bottom: number, left: number, right: number][] = []): Uint8Array {
  return compoundFile(workbookStream(name, rows, merges));
}

function workbookStream(name: string, rows: readonly XlsCell[][], merges: readonly number[][]): Uint8Array {
  const sheet = [record(0x0809, u16(0x0600, 0x0010, 0, 0, 0, 0, 0, 0))];
  rows.forEach((row, r) => row.forEach((cell, c) => cell !== null && sheet.push(cellRecord(cell, r, c))));
  if (merges.length > 0) sheet.push(record(0x00e5, u16(merges.length, ...merges.flat())));
  sheet.push(record(0x000a, []));
  const begin = record(0x0809, u16(0x0600, 0x0005, 0, 0, 0, 0, 0, 0));
  const end = record(0x000a, []);
  const bound = (at: number) => record(0x0085, [...u32(at), 0, 0, name.length, 0, ...latin(name)]);
  const at = begin.length + bound(0).length + end.length;
  const stream = [begin, bound(at), end, ...sheet].flat();
  // Streams under 4096 bytes live in the mini stream, which this file does without.
  while (stream.length < 4096 || stream.length % SECTOR !== 0) stream.push(0);
  return Uint8Array.from(stream);
}

function cellRecord(cell: Exclude<XlsCell, null>, row: number, column: number): number[] {
  const place = u16(row, column, 0);
  if (typeof cell === "string") return record(0x0204, [...place, ...u16(cell.length), 1, ...u16(...Array.from(cell, (char) => char.charCodeAt(0)))]);
  if (typeof cell === "number") return record(0x0203, [...place, ...new Uint8Array(new Float64Array([cell]).buffer)]);
  return record(0x0205, [...place, cell.error, 1]);
}

function compoundFile(stream: Uint8Array): Uint8Array {
  const streamSectors = stream.length / SECTOR;
  const fatSectors = Math.ceil((streamSectors + 2) / 127);
  const file = new Uint8Array(SECTOR * (1 + fatSectors + 1 + streamSectors));
  const view = new DataView(file.buffer);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [[24, 0x3e], [26, 3], [28, 0xfffe], [30, 9], [32, 6]].forEach(([at, value]) => view.setUint16(at!, value!, true));
  [[44, fatSectors], [48, fatSectors], [56, 4096], [60, END_OF_CHAIN], [68, END_OF_CHAIN]].forEach(([at, value]) => view.setUint32(at!, value!, true));
  for (let i = 0; i < 109; i += 1) view.setUint32(76 + i * 4, i < fatSectors ? i : FREE, true);
  const firstSector = fatSectors + 1;
  for (let i = 0; i < fatSectors * 128; i += 1) {
    const last = i === fatSectors || i === firstSector + streamSectors - 1;
    const next = i < fatSectors ? 0xfffffffd : last ? END_OF_CHAIN : i < firstSector + streamSectors ? i + 1 : FREE;
    view.setUint32(SECTOR + i * 4, next, true);
  }
  directoryEntry(file, SECTOR * (1 + fatSectors), "Root Entry", 5, END_OF_CHAIN, 0, 1);
  directoryEntry(file, SECTOR * (1 + fatSectors) + 128, "Workbook", 2, firstSector, stream.length, FREE);
  file.set(stream, SECTOR * (1 + firstSector));
  return file;
}

function directoryEntry(file: Uint8Array, at: number, name: string, type: number, sector: number, size: number, child: number): void {
  const view = new DataView(file.buffer);
  Array.from(name, (char, i) => view.setUint16(at + i * 2, char.charCodeAt(0), true));
  view.setUint16(at + 64, (name.length + 1) * 2, true);
  file.set([type, 1], at + 66);
  [[68, FREE], [72, FREE], [76, child], [116, sector], [120, size]].forEach(([offset, value]) => view.setUint32(at + offset!, value!, true));
}

function record(id: number, data: readonly number[]): number[] {
  return [...u16(id, data.length), ...data];
}

function u16(...values: number[]): number[] {
  return values.flatMap((value) => [value & 0xff, (value >> 8) & 0xff]);
}

function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(Math.floor(value / 65536))];
}

function latin(text: string): number[] {
  return Array.from(text, (char) => char.charCodeAt(0));
}
