import type { Decimal } from "@/kernel/decimal.ts";
import type { SaleRules } from "@/modules/pricing/rules/list-rules.ts";
import { applyDeltaGently, learnWords } from "../../rules/pos-index.ts";
import { loadSnapshot, saveSnapshot } from "./catalog-snapshot.ts";
import type { CounterCore } from "./counter-core.ts";
import { fetchCatalogue } from "../pos-catalog.ts";
import { followChanges, type Follower } from "./follow-changes.ts";
import { refreshLists } from "./follow-lists.ts";
import { tellNewPrices } from "./new-prices.ts";
import { takeEarly } from "./submit-entry.ts";
import { giveWay, whenQuiet } from "./when-quiet.ts";

/** The open ticket is priced anew when the list's rules changed meanwhile. */
function takeRules({ store }: CounterCore, rules: SaleRules): void {
  if (JSON.stringify(rules) !== JSON.stringify(store.getState().counterRules)) store.setState({ counterRules: rules });
}

/** While the server says when something changes, asking is only for what was missed. */
const TOLD_EVERY_MS = 60_000;
const EVERY_MS = 10_000;
const RETRY_MS = 3_000;

export interface CatalogueSync {
  start: () => () => void;
  refresh: () => Promise<void>;
}

/**
 * Keeps the catalogue in memory up to date: the snapshot of this device first, so that selling starts without network,
 * then what changed since; again on focus, when the server says that something changed, and every now and then. The snapshot is written after the paint, never awaited,
 * and only when products came or went: what it lacks is asked for again from its cursor.
 */
export function createCatalogueSync(core: CounterCore): CatalogueSync {
  const { slug } = core.setting.shop;
  const key = `${slug} ${core.setting.member.id}`;
  let cursor: string | null = null;
  let running: Promise<void> | null = null;
  /** What this device kept is taken in before anything else is. */
  let begun: Promise<void> = Promise.resolve();
  /** Something changed while the last answer was on its way. */
  let stale = false;
  /** Prices that the strip said already. */
  let told: ReadonlyMap<string, Decimal> = new Map();

  function ready(): void {
    const { catalogue } = core.store.getState();
    core.store.setState({ catalogue: { status: "ready", size: core.index.byId.size, version: catalogue.version + 1 } });
    takeEarly(core);
    // The first mistyped word need not wait for it.
    whenQuiet(() => void learnWords(core.index, giveWay));
  }

  async function fetchOnce(): Promise<void> {
    try {
      const answer = await fetchCatalogue(slug, cursor);
      core.store.setState({ online: true });
      await refreshLists(core);
      if (!answer) return;
      const reindexed = await applyDeltaGently(core.index, answer, giveWay);
      if (!reindexed) core.store.setState(({ catalogue }) => ({ catalogue: { ...catalogue, version: catalogue.version + 1 } }));
      cursor = answer.cursor;
      takeRules(core, answer.rules);
      told = tellNewPrices(core, told);
      if (reindexed || core.store.getState().catalogue.status !== "ready") ready();
      if (reindexed) whenQuiet(() => void keepSnapshot(answer.cursor));
    } catch {
      const { catalogue } = core.store.getState();
      core.store.setState({ online: false, catalogue: catalogue.status === "loading" ? { ...catalogue, status: "failed" } : catalogue });
    }
  }

  async function keepSnapshot(upTo: string): Promise<void> {
    await saveSnapshot(key, { cursor: upTo, products: [...core.index.byId.values()].map(({ product }) => product) }, giveWay);
  }

  async function fetchUntilFresh(): Promise<void> {
    await begun;
    do {
      stale = false;
      await fetchOnce();
    } while (stale);
  }

  function refresh(): Promise<void> {
    stale = running !== null;
    running ??= fetchUntilFresh().finally(() => (running = null));
    return running;
  }

  async function begin(): Promise<void> {
    const snapshot = await loadSnapshot(key, giveWay);
    if (!snapshot) return;
    await applyDeltaGently(core.index, { full: true, products: snapshot.products, removed: [] }, giveWay);
    cursor = snapshot.cursor;
    ready();
  }

  function start(): () => void {
    begun = begin().catch(() => undefined);
    void refresh();
    const onFocus = () => void refresh();
    let askedAt = Date.now();
    const ask = (): void => {
      askedAt = Date.now();
      void refresh();
    };
    const each = setInterval(() => {
      if (document.visibilityState === "visible" && (!follower?.isTold() || Date.now() - askedAt >= TOLD_EVERY_MS)) ask();
    }, EVERY_MS);
    // One line to the server per till, not per tab: the tab that is the till has it.
    let follower: Follower | null = null;
    const follow = (): void => {
      const isHere = core.store.getState().place === "here";
      if (isHere === (follower !== null)) return;
      follower?.stop();
      follower = isHere ? followChanges(slug, [ask, () => void core.sharing?.sync()]) : null;
    };
    const unfollow = core.store.subscribe(follow);
    follow();
    const retry = setInterval(() => {
      if (core.store.getState().catalogue.status === "failed") void refresh();
    }, RETRY_MS);
    window.addEventListener("focus", onFocus);
    window.addEventListener("online", onFocus);
    return () => {
      unfollow();
      follower?.stop();
      clearInterval(each);
      clearInterval(retry);
      window.removeEventListener("focus", onFocus);
      window.removeEventListener("online", onFocus);
    };
  }

  return { start, refresh };
}
