"use client";

import { useRef, useState, useTransition } from "react";
import { reach } from "@/modules/tenancy/ui/reach.ts";
import { Button } from "@/ui/button.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { findComponentsAction } from "../actions.ts";
import type { KitComponentView } from "../queries/get-kit.ts";

export type FoundProduct = KitComponentView;

interface ProductFinderProps {
  tenantSlug: string;
  label: string;
  hint: string;
  words: { notFound: string; offers: string };
  onFound: (found: FoundProduct) => void;
}

/** Words or a scanned code, and Enter: a code or a single find is taken at once, several are offered. */
export function ProductFinder({ tenantSlug, label, hint, words, onFound }: ProductFinderProps) {
  const [offers, setOffers] = useState<readonly FoundProduct[] | null>(null);
  const [pending, run] = useTransition();
  const field = useRef<HTMLInputElement>(null);
  const take = (found: FoundProduct): void => {
    onFound(found);
    setOffers(null);
    if (field.current) field.current.value = "";
    field.current?.focus();
  };
  const find = (q: string): void => {
    if (q === "" || pending) return;
    run(async () => {
      const result = await reach(() => findComponentsAction(tenantSlug, { q }));
      const found = result.ok ? result.value : [];
      if (found.length === 1) take(found[0]!);
      else setOffers(found);
    });
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="max-w-md">
        <TextInput ref={field} label={label} hint={hint} name="component" autoComplete="off" maxLength={200} aria-busy={pending || undefined} onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          find(event.currentTarget.value.trim());
        }} />
      </div>
      {offers === null ? null : offers.length === 0 ? <p role="status" className="text-sm text-warning">{words.notFound}</p> : (
        <ul className="flex flex-wrap gap-2" aria-label={words.offers}>
          {offers.map((offer, i) => <li key={offer.productId}><Button size="sm" autoFocus={i === 0} onClick={() => take(offer)}>{offer.name}</Button></li>)}
        </ul>
      )}
    </div>
  );
}
