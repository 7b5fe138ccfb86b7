import type { SaleRules } from "@/modules/pricing/rules/list-rules.ts";
import { applyDelta } from "../../rules/pos-index.ts";
import { loadSnapshot, saveSnapshot } from "./catalog-snapshot.ts";
import type { CounterCore } from "./counter-core.ts";
import { fetchCatalogue } from "../pos-catalog.ts";
import { totalTicket } from "../../rules/ticket.ts";
import { takeEarly } from "./submit-entry.ts";

/** The open ticket is priced anew when the list's rules changed meanwhile. */
function takeRules({ store }: CounterCore, rules: SaleRules): void {
  const { rules: known, ticket } = store.getState();
  if (JSON.stringify(rules) !== JSON.stringify(known)) store.setState({ rules, totals: totalTicket(ticket, rules.breaks) });
}

const EVERY_MS = 10_000;
const RETRY_MS = 3_000;

export interface CatalogueSync {
  start: () => () => void;
  refresh: () => Promise<void>;
}

/**
 * Keeps the catalogue in memory up to date: the snapshot of this device first, so that selling starts without network,
 * then what changed since; again on focus and every few seconds while it is looked at. The snapshot is written after the paint, never awaited,
 * and only when products came or went: what it lacks is asked for again from its cursor.
 */
export function createCatalogueSync(core: CounterCore): CatalogueSync {
  const { slug } = core.setting.shop;
  const key = `${slug} ${core.setting.member.id}`;
  let cursor: string | null = null;
  let running: Promise<void> | null = null;

  function ready(): void {
    const { catalogue } = core.store.getState();
    core.store.setState({ catalogue: { status: "ready", size: core.index.byId.size, version: catalogue.version + 1 } });
    takeEarly(core);
  }

  async function fetchOnce(): Promise<void> {
    try {
      const answer = await fetchCatalogue(slug, cursor);
      core.store.setState({ online: true });
      if (!answer) return;
      const reindexed = applyDelta(core.index, answer);
      cursor = answer.cursor;
      takeRules(core, answer.rules);
      if (reindexed || core.store.getState().catalogue.status !== "ready") ready();
      if (reindexed) setTimeout(() => void saveSnapshot(key, { cursor: answer.cursor, products: [...core.index.byId.values()].map(({ product }) => product) }), 0);
    } catch {
      const { catalogue } = core.store.getState();
      core.store.setState({ online: false, catalogue: catalogue.status === "loading" ? { ...catalogue, status: "failed" } : catalogue });
    }
  }

  function refresh(): Promise<void> {
    running ??= fetchOnce().finally(() => (running = null));
    return running;
  }

  async function begin(): Promise<void> {
    const snapshot = await loadSnapshot(key);
    if (snapshot && cursor === null) {
      applyDelta(core.index, { full: true, products: snapshot.products, removed: [] });
      cursor = snapshot.cursor;
      ready();
    }
    await refresh();
  }

  function start(): () => void {
    void begin();
    const onFocus = () => void refresh();
    const each = setInterval(() => {
      if (document.visibilityState === "visible") void refresh();
    }, EVERY_MS);
    const retry = setInterval(() => {
      if (core.store.getState().catalogue.status === "failed") void refresh();
    }, RETRY_MS);
    window.addEventListener("focus", onFocus);
    window.addEventListener("online", onFocus);
    return () => {
      clearInterval(each);
      clearInterval(retry);
      window.removeEventListener("focus", onFocus);
      window.removeEventListener("online", onFocus);
    };
  }

  return { start, refresh };
}
