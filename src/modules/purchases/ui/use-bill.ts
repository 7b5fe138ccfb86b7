"use client";

import { useEffect, useReducer, useState } from "react";
import { newId } from "@/kernel/id.ts";
import type { BillGoods } from "../queries/find-bill-goods.ts";
import type { BillDraft, DraftLine } from "../rules/bill-draft.ts";

export interface NewLine {
  goods: BillGoods;
  quantity: string | null;
  unitCost: string | null;
}

export type BillChange =
  | { kind: "head"; change: Partial<Omit<BillDraft, "id" | "lines" | "nextKey">> }
  | { kind: "add"; lines: readonly NewLine[] }
  | { kind: "line"; key: number; change: Partial<Omit<DraftLine, "key" | "goods">> }
  | { kind: "remove"; key: number }
  | { kind: "replace"; draft: BillDraft };

function change(draft: BillDraft, event: BillChange): BillDraft {
  switch (event.kind) {
    case "head":
      return { ...draft, ...event.change };
    case "add":
      return { ...draft, nextKey: draft.nextKey + event.lines.length, lines: [...draft.lines, ...event.lines.map((line, i) => ({ key: draft.nextKey + i, discounts: "", taxRate: null, ...line }))] };
    case "line":
      return { ...draft, lines: draft.lines.map((line) => (line.key === event.key ? { ...line, ...event.change } : line)) };
    case "remove":
      return { ...draft, lines: draft.lines.filter(({ key }) => key !== event.key) };
    case "replace":
      return event.draft;
  }
}

/** What a receipt brought, for its bill. */
export interface BillStart {
  receiptIds: readonly string[];
  lines: readonly NewLine[];
}

/** The bill being typed, kept in this browser after each change until it is entered: a closed page loses nothing. */
export function useBill(tenantSlug: string, { received, ...start }: Pick<BillDraft, "supplierId" | "locationId" | "date" | "freightSpread"> & { received?: BillStart | undefined }) {
  // A bill of a receipt is typed beside another one that waits.
  const place = received ? `bill:${tenantSlug}:${received.receiptIds.join()}` : `bill:${tenantSlug}`;
  const fresh = (): BillDraft => ({ id: newId(), number: "", dueDate: "", lines: [], nextKey: 1, withTax: false, freight: null, otherTaxes: null, paperTotal: null, notes: "", ...start, ...(received ? { receiptIds: received.receiptIds, nextKey: received.lines.length, lines: received.lines.map((line, key) => ({ key, discounts: "", taxRate: null, ...line })) } : {}) });
  const [draft, dispatch] = useReducer(change, null, fresh);
  const [isKept, setKept] = useState(false);
  // Fields hold their own text: they begin again when another draft takes this one's place.
  const [edition, setEdition] = useState(0);

  useEffect(() => {
    const kept = readDraft(place);
    if (!kept || kept.lines.length === 0) return;
    // A draft of an older version did not know of them.
    const whole = { ...kept, freightSpread: kept.freightSpread ?? start.freightSpread, locationId: kept.locationId ?? start.locationId };
    dispatch({ kind: "replace", draft: start.supplierId === "" ? whole : { ...whole, supplierId: start.supplierId } });
    setKept(true);
    setEdition((now) => now + 1);
  }, [place, start.supplierId, start.locationId, start.freightSpread]);

  useEffect(() => {
    if (draft.lines.length > 0) localStorage.setItem(place, JSON.stringify(draft));
  }, [place, draft]);

  const forget = (): void => localStorage.removeItem(place);
  const discard = (): void => {
    forget();
    dispatch({ kind: "replace", draft: fresh() });
    setKept(false);
    setEdition((now) => now + 1);
  };
  return { draft, dispatch, isKept, edition, forget, discard };
}

function readDraft(place: string): BillDraft | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? "null") as BillDraft | null;
  } catch {
    return null;
  }
}
