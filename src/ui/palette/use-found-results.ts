"use client";

import { useEffect, useState } from "react";
import type { PaletteResult } from "./rank-commands.ts";

export type PaletteSearch = (query: string, signal: AbortSignal) => Promise<readonly PaletteResult[]>;

interface Found {
  results: readonly PaletteResult[];
  state: "idle" | "searching" | "failed";
}

const PAUSE_MS = 120;
const FEWEST_LETTERS = 2;
const NOTHING: Found = { results: [], state: "idle" };

/** Results for the text so far; a newer text cancels the older request, and old rows stay until new ones come. */
export function useFoundResults(query: string, search: PaletteSearch | undefined): Found {
  const [found, setFound] = useState<Found>(NOTHING);
  const text = query.trim();
  const asks = search !== undefined && text.length >= FEWEST_LETTERS;

  useEffect(() => {
    if (!asks) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      setFound(({ results }) => ({ results, state: "searching" }));
      search(text, abort.signal).then(
        (results) => !abort.signal.aborted && setFound({ results, state: "idle" }),
        () => !abort.signal.aborted && setFound({ results: [], state: "failed" }),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asks, search, text]);

  return asks ? found : NOTHING;
}
