import { createInflateRaw } from "node:zlib";
import { FileProblem } from "./file-problem.ts";
import { MAX_PART_BYTES, MAX_RATIO, RATIO_FREE_BYTES } from "./limits.ts";

interface Entry {
  method: number;
  packed: number;
  unpacked: number;
  headerAt: number;
}

/** APPNOTE.TXT 4.3: records that we read. */
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const ENCRYPTED = 0x1;
const STORED = 0;
const DEFLATED = 8;

/**
 * The zip container of XLSX and ODS, read from its directory. Parts are unpacked one by one as a stream; one that declares
 * or yields too much is refused before it fills the memory. ZIP64 is for archives a hundred times our limit: unreadable.
 */
export class ZipArchive {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #entries = new Map<string, Entry>();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#readDirectory();
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** Unpacked pieces of a part; none when the archive has no such part. */
  async *chunks(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(name);
    if (entry === undefined) return;
    const packed = this.#packedBytes(entry);
    if (entry.method === STORED) {
      yield packed;
      return;
    }
    const inflate = createInflateRaw({ chunkSize: 128 * 1024 });
    inflate.end(packed);
    let unpacked = 0;
    try {
      for await (const chunk of inflate) {
        unpacked += (chunk as Uint8Array).length;
        if (unpacked > entry.unpacked) throw new FileProblem("file_unreadable");
        yield chunk as Uint8Array;
      }
    } catch (error) {
      throw error instanceof FileProblem ? error : new FileProblem("file_unreadable");
    } finally {
      inflate.destroy();
    }
  }

  #readDirectory(): void {
    const end = this.#findEnd();
    let at = this.#view.getUint32(end + 16, true);
    while (at + 46 <= end && this.#view.getUint32(at, true) === DIRECTORY_ENTRY) {
      const nameLength = this.#view.getUint16(at + 28, true);
      const name = new TextDecoder().decode(this.#bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll("\\", "/");
      if ((this.#view.getUint16(at + 8, true) & ENCRYPTED) !== 0) throw new FileProblem("file_encrypted");
      const entry: Entry = {
        method: this.#view.getUint16(at + 10, true),
        packed: this.#view.getUint32(at + 20, true),
        unpacked: this.#view.getUint32(at + 24, true),
        headerAt: this.#view.getUint32(at + 42, true),
      };
      if (!this.#entries.has(name)) this.#entries.set(name, entry);
      at += 46 + nameLength + this.#view.getUint16(at + 30, true) + this.#view.getUint16(at + 32, true);
    }
    if (this.#entries.size === 0) throw new FileProblem("file_unreadable");
  }

  #findEnd(): number {
    const lowest = Math.max(0, this.#bytes.length - 22 - 0xffff);
    for (let at = this.#bytes.length - 22; at >= lowest; at -= 1) {
      if (this.#view.getUint32(at, true) === END_OF_DIRECTORY) return at;
    }
    throw new FileProblem("file_unreadable");
  }

  #packedBytes({ method, packed, unpacked, headerAt }: Entry): Uint8Array {
    if (method !== STORED && method !== DEFLATED) throw new FileProblem("file_unreadable");
    if (headerAt + 30 > this.#bytes.length || this.#view.getUint32(headerAt, true) !== LOCAL_HEADER) throw new FileProblem("file_unreadable");
    const bomb = unpacked > MAX_PART_BYTES || (unpacked > RATIO_FREE_BYTES && unpacked > packed * MAX_RATIO);
    if (bomb) throw new FileProblem("file_too_large");
    const start = headerAt + 30 + this.#view.getUint16(headerAt + 26, true) + this.#view.getUint16(headerAt + 28, true);
    if (start + packed > this.#bytes.length) throw new FileProblem("file_unreadable");
    return this.#bytes.subarray(start, start + packed);
  }
}
