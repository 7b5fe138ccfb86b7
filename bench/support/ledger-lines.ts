import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";

/** A line of a sales ledger as its file has it: nothing checked, nothing converted. */
export interface LedgerLine {
  InvoiceNo: string;
  StockCode: string;
  Description: string;
  Quantity: string;
  /** "2010-12-01 08:26:00", read as UTC. */
  InvoiceDate: string;
  UnitPrice: string;
}

export interface Ledger {
  name: string;
  lines: LedgerLine[];
}

const FILE = "online-retail-2010-12.csv.gz";

/** One real month of a wholesaler (UCI 352), from RETAIL_LEDGER or ../shared/data; null where this machine does not have it. */
export function realLedger(): Ledger | null {
  const places = [process.env["RETAIL_LEDGER"], join("..", "shared", "data", FILE)];
  const file = places.find((place) => place && existsSync(place));
  if (!file) return null;
  const { data } = Papa.parse<LedgerLine>(gunzipSync(readFileSync(file)).toString("utf8"), { header: true, skipEmptyLines: true });
  return { name: FILE, lines: data };
}

/** A ledger of the same shape and the same dirt: returns, cancelled invoices, prices of zero, odd numbers, one invoice of 600 lines. */
export function madeLedger(lines: number, random: (below: number) => number): Ledger {
  const made: LedgerLine[] = [];
  for (let invoice = 600_000; made.length < lines; invoice += 1) {
    const cancelled = random(40) === 0;
    const length = invoice === 600_003 ? 600 : 1 + random(40);
    const at = new Date(Date.UTC(2010, 11, 1, 8) + (invoice - 600_000) * 60_000).toISOString().slice(0, 19).replace("T", " ");
    for (let i = 0; i < length; i += 1) {
      const code = 20_000 + random(700);
      made.push({
        InvoiceNo: random(300) === 0 ? `A${invoice}` : `${cancelled ? "C" : ""}${invoice}`,
        StockCode: `${code}${random(20) === 0 ? "b" : ""}`,
        Description: random(60) === 0 ? "" : `Article ${code} `,
        Quantity: String((cancelled || random(80) === 0 ? -1 : 1) * (1 + random(random(30) === 0 ? 2_000 : 24))),
        InvoiceDate: at,
        UnitPrice: random(100) === 0 ? "0.0" : `${random(40)}.${1 + random(99)}`,
      });
    }
  }
  return { name: "made ledger", lines: made.slice(0, lines) };
}
