// Labels as a PDF: how long a file takes, and how long nobody else is served meanwhile. `npm run bench:labels`.
import { monitorEventLoopDelay } from "node:perf_hooks";
import { gtinCheckDigit } from "@/kernel/barcode.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { labelFile, type LabelRow } from "@/modules/labels/pdf/label-file.ts";
import { AS_DRAWN } from "@/modules/labels/rules/calibration.ts";
import type { FormatKey } from "@/modules/labels/rules/formats.ts";

const format = formatStyleOf({ locale: "es-AR", currency: "ARS", timeZone: "America/Argentina/Buenos_Aires" });
const words = { per: (price: string, unit: string) => `${price} por ${unit}`, withoutTax: (price: string) => `Precio sin impuestos nacionales: ${price}` };

/** No two alike: each name is fitted and each code encoded anew. */
function rowOf(n: number): LabelRow {
  const body = `779${String(n).padStart(9, "0")}`;
  const facts = { name: `Tornillo autoperforante punta mecha ${n} × 1 1/2" cabeza tanque`, sku: `TOR-${n}`, barcodes: [body + gtinCheckDigit(body)], unit: "u", taxRate: "21.00", netContent: "100", contentUnit: "u" };
  return { facts, price: `${1_000 + n * 7}.50`, copies: 1 };
}

async function measure(key: FormatKey, labels: number): Promise<string> {
  const rows = Array.from({ length: labels }, (_, n) => rowOf(n));
  const layout = { format: key, start: 1, symbol: "bars", perMeasure: true, withoutTax: true, code: true, date: true } as const;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const started = performance.now();
  let [bytes, first] = [0, 0];
  for await (const part of labelFile({ title: "bench", layout, calibration: AS_DRAWN, at: new Date(), rows, format, words })) {
    first ||= performance.now() - started;
    bytes += (part as Buffer).length;
  }
  const ms = performance.now() - started;
  delay.disable();
  const longest = delay.max / 1e6;
  return `${key.padEnd(12)} ${String(labels).padStart(5)} labels: ${ms.toFixed(0)} ms, first bytes after ${first.toFixed(0)} ms, ${(bytes / 1024).toFixed(0)} KiB, longest turn ${longest.toFixed(0)} ms, 99 % of turns ≤ ${(delay.percentile(99) / 1e6).toFixed(0)} ms`;
}

for (const [key, labels] of [["a4-21", 100], ["a4-21", 1_000], ["roll-50x25", 1_000], ["a4-65", 5_000], ["roll-50x25", 5_000]] as const) console.log(await measure(key, labels));
