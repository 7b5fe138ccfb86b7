import { createHash } from "node:crypto";
import type { Recognisable } from "./find-pairs.ts";

/** What two products are recognised by, in short: the same as long as neither their names nor their codes change. */
export function faceOfPair(...pair: readonly [Recognisable, Recognisable]): string {
  const facts = pair.map(({ name, supplierCode, barcodes }) => [name, supplierCode?.toLowerCase().trim() ?? "", [...barcodes].sort()]);
  return createHash("sha256").update(JSON.stringify(facts)).digest("base64url").slice(0, 22);
}
