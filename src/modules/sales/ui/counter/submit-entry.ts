import { isGtin, normaliseBarcode } from "@/kernel/barcode.ts";
import { big, isZero, type Decimal } from "@/kernel/decimal.ts";
import { codesOfPlu, readScaleCode, type ScaleLabel } from "@/kernel/scale-code.ts";
import { findByCode, findRivals, searchProducts } from "../../rules/find-products.ts";
import { parseEntry, type Entry } from "../../rules/parse-entry.ts";
import type { CodeHit } from "../../rules/pos-index.ts";
import type { PosProduct } from "../../rules/pos-product.ts";
import { isBounce } from "../../rules/scan-bounce.ts";
import { weighLabel } from "../../rules/weigh-label.ts";
import { applyAction, notifyRefusal } from "./apply-action.ts";
import { offerOf } from "./ask-approval.ts";
import { notify, type CounterCore } from "./counter-core.ts";
import { EMPTY_ENTRY } from "./counter-state.ts";
import { withPart } from "./later.tsx";
import { takeNewPrices } from "./new-prices.ts";
import { priced } from "./follow-lists.ts";
import { CUSTOMERS, LOOK_UP } from "./parts.ts";
import { openEditor } from "./open-editor.ts";
import { mayPrice } from "./rights-at-hand.ts";

/** A list younger than this was not read by anybody: the Enter belongs to a slow scanner. */
const LIST_READ_MS = 120;
/** The Enter that confirms must be a second one, not the line feed that follows a scanner's return. */
const CONFIRM_MS = 300;

export interface Submission {
  /** It came as a burst: a scanner typed it. */
  scanned: boolean;
  at: number;
}

/** Takes each change of the entry field: a quantity turns into the chip, words open the list. */
export function typeEntry(core: CounterCore, text: string): void {
  const { searched } = core.store.getState();
  const entry = parseEntry(text, core.setting.format);
  if (entry.kind === "chip") {
    if (applyAction(core, entry)) core.store.setState(EMPTY_ENTRY);
    return;
  }
  if (text.trim() === "?") {
    core.store.setState({ ...EMPTY_ENTRY, priceCheck: true, receipt: null });
    notify(core, { kind: "priceCheck" });
    return;
  }
  core.store.setState({ entry: text, pickedByHand: false, ...(text === "" ? {} : { receipt: null, confirming: null, heldList: null }) });
  if (searched !== text) core.soon(() => showResults(core));
}

/** Looks the words up that stand in the field now. Keys of one frame, as a scanner's, are looked up once. */
function showResults(core: CounterCore): void {
  const { entry: text, searched, results: before, resultsAt } = core.store.getState();
  if (text === searched) return;
  const entry = parseEntry(text, core.setting.format);
  const words = entry.kind === "find" && !entry.insteadOfNumber ? entry.text : "";
  const results = words === "" ? [] : searchProducts(core.index, words);
  const sameTop = results[0] !== undefined && results[0] === before[0];
  core.store.setState({ searched: text, results, picked: 0, resultsAt: sameTop ? resultsAt : core.now() });
}

/** Takes what stands in the entry field when Enter is pressed, or what a scanner sent. An empty Enter does nothing, ever. */
export function submitEntry(core: CounterCore, text: string, { scanned, at }: Submission): void {
  if (scanned) {
    const scan = { code: text, at };
    const bounced = isBounce(core.lastScan, scan);
    core.lastScan = scan;
    core.store.setState({ scannerSeenAt: Date.now() });
    if (bounced) {
      core.store.setState(EMPTY_ENTRY);
      return;
    }
  }
  const entry = parseEntry(text, { ...core.setting.format, scanned });
  if (entry.kind === "empty") confirm(core, at);
  else if (waits(core, entry)) putOff(core, text, { scanned, at });
  else take(core, entry, { scanned, at });
}

/** Before the catalogue is there nothing can be found, and what follows must not overtake what waits. */
function waits(core: CounterCore, entry: Entry): boolean {
  return core.store.getState().catalogue.status === "loading" && (entry.kind === "find" || core.early.length > 0);
}

/** A quantity that stands before it goes with it: the next entry has its own. */
function putOff(core: CounterCore, text: string, { scanned, at }: Submission): void {
  const { ticket } = core.store.getState();
  const decimal = core.setting.format.decimal;
  core.early.push({ text: ticket.chip === null ? text : `${ticket.chip.replace(".", decimal)}*${text}`, scanned, at });
  core.store.setState({ ...EMPTY_ENTRY, ticket: { ...ticket, chip: null } });
  notify(core, { kind: "loading" });
}

/** Does what waited for the catalogue. What is being typed at this moment is no part of it and stays. */
export function takeEarly(core: CounterCore): void {
  if (core.early.length === 0) return;
  const { entry } = core.store.getState();
  // These scans were heard once already: they are no bounce of themselves.
  core.lastScan = null;
  for (const { text, scanned, at } of core.early.splice(0)) submitEntry(core, text, { scanned, at });
  if (entry !== "") typeEntry(core, entry);
}

function confirm(core: CounterCore, at: number): void {
  const { confirming } = core.store.getState();
  if (!confirming) return tellLine(core);
  if (at - confirming.at < CONFIRM_MS) return;
  if (applyAction(core, confirming.action, true)) core.store.setState(EMPTY_ENTRY);
}

/** Enter on a line that was walked to says all of it; where none was, an empty Enter does nothing, ever. */
function tellLine(core: CounterCore): void {
  const { ticket, totals } = core.store.getState();
  const at = ticket.selected === null ? -1 : ticket.lines.findIndex(({ key }) => key === ticket.selected);
  const line = ticket.lines[at];
  if (line) notify(core, { kind: "line", line: { ...line, name: line.name || core.setting.miscName }, total: totals.lines[at]!.total, stock: core.index.byId.get(line.productId ?? "")?.product.stock ?? null });
}

function take(core: CounterCore, entry: Exclude<Entry, { kind: "empty" }>, submission: Submission): void {
  switch (entry.kind) {
    case "find":
      return find(core, entry, submission);
    case "priceCheck":
      return checkPrice(core, entry.text);
    case "document":
      return withPart(core, LOOK_UP, ({ lookUpSale }) => void lookUpSale(core, entry.number));
    case "quote":
      // Quotes have numbers of their own; the shop has none yet, and a quote that is not there is said so.
      core.store.setState(EMPTY_ENTRY);
      return notify(core, { kind: "noSuchQuote", number: entry.number }, "error");
    case "customer":
      return withPart(core, CUSTOMERS, ({ startPicking }) => startPicking(core, entry.words));
    case "refused":
      return notifyRefusal(core, entry.code);
    case "misc": {
      const { name, price, quantity } = entry;
      if (applyAction(core, { kind: "misc", name, price, quantity, taxRate: core.setting.shop.miscTaxRate })) core.store.setState(EMPTY_ENTRY);
      return;
    }
    default:
      // What somebody else could allow is kept with the question: the field is free for its answer.
      if (applyAction(core, entry) || offerOf(core.store.getState().notice)) core.store.setState(EMPTY_ENTRY);
  }
}

function find(core: CounterCore, entry: Extract<Entry, { kind: "find" }>, { scanned, at }: Submission): void {
  const { text, quantity } = entry;
  if (!scanned) showResults(core);
  const { results, picked, pickedByHand, resultsAt, priceCheck } = core.store.getState();
  if (priceCheck) return checkPrice(core, text);
  const chosen = pickedByHand ? results[picked] : undefined;
  const rivals = chosen ? [] : findRivals(core.index, text);
  if (rivals.length > 1) return askWhich(core, text, rivals, quantity);
  const hit = chosen ? { product: chosen, packSize: "1" } : findByCode(core.index, text);
  if (hit) addHit(core, hit, quantity);
  else if (weighed(core, text)) core.store.setState(EMPTY_ENTRY);
  else if (scanned || isGtin(text) || /^\d{6,}$/.test(text)) reportUnknown(core, text);
  else if (!results[picked]) notify(core, { kind: "nothingFound", query: text }, "error");
  else if (at - resultsAt >= LIST_READ_MS) addHit(core, { product: results[picked], packSize: "1" }, quantity);
  if (entry.insteadOfNumber && hit) notify(core, { kind: "notANumber" }, "warning");
}

/** One code, two products: the list of both, and a digit chooses. */
function askWhich(core: CounterCore, text: string, rivals: PosProduct[], quantity: Decimal | null): void {
  const { ticket } = core.store.getState();
  core.store.setState({ entry: text, searched: text, results: rivals, picked: 0, pickedByHand: true, resultsAt: core.now(), ticket: { ...ticket, chip: quantity ?? ticket.chip } });
  notify(core, { kind: "twoProducts" }, "warning");
}

/** Adds what was found or chosen. `quantity` null: the chip's, else one. */
export function addHit(core: CounterCore, { product: found, packSize }: CodeHit, quantity: Decimal | null = null): void {
  const product = priced(core, found);
  const unpriced = product.salePrice === null || isZero(product.salePrice);
  if (unpriced && !mayPrice(core)) {
    core.store.setState(EMPTY_ENTRY);
    return notifyRefusal(core, "price_missing", { name: product.name });
  }
  // Scanned again, a product costs what it costs now, on the lines before too.
  takeNewPrices(core, core.store.getState().ticket.id, (id) => id === product.id);
  const units = big(quantity ?? core.store.getState().ticket.chip ?? "1").times(packSize).toFixed();
  const added = applyAction(core, { kind: "add", product: unpriced ? { ...product, salePrice: null } : product, quantity: units });
  core.store.setState({ ...EMPTY_ENTRY, priceCheck: false });
  if (added && unpriced) {
    openEditor(core, "price");
    notify(core, { kind: "noPrice", name: product.name }, "warning");
  }
}

/** A label of the shop's scale: adds a line of its own with the weight, or with the weight that the label's price buys. */
function weighed(core: CounterCore, code: string): boolean {
  const found = findLabelled(core, code);
  const sold = found && weighLabel(found.label, found.product);
  if (!sold) return false;
  const { label } = found;
  const product = priced(core, found.product);
  const unpriced = product.salePrice === null || isZero(product.salePrice);
  if (unpriced && sold.unitPrice === null) {
    addHit(core, { product: found.product, packSize: sold.quantity });
    return true;
  }
  const asLabelled = sold.unitPrice === null ? product : { ...product, salePrice: sold.unitPrice };
  return applyAction(core, { kind: "add", product: asLabelled, quantity: sold.quantity, label: { code: normaliseBarcode(code), isPriced: label.kind === "price", salePrice: product.salePrice } });
}

/** The label that a code is, and its product, known by the codes that the server looks for too. */
function findLabelled(core: CounterCore, code: string): { label: ScaleLabel; product: PosProduct } | null {
  const label = readScaleCode(normaliseBarcode(code), core.setting.shop.scaleCodes);
  const { byBarcode, bySku } = core.index;
  const product = label && codesOfPlu(label.plu).map((name) => byBarcode.get(name)?.product ?? bySku.get(name)).find((one) => one !== undefined);
  return label && product ? { label, product } : null;
}

function reportUnknown(core: CounterCore, code: string): void {
  const others = core.store.getState().unknown.filter((known) => known !== code);
  core.store.setState({ ...EMPTY_ENTRY, unknown: [...others, code].slice(-20) });
  notify(core, { kind: "unknown", code, more: others.length }, "error");
}

/** `?`: says what a product costs and adds nothing; good for one look. */
function checkPrice(core: CounterCore, text: string): void {
  const product: PosProduct | undefined = findByCode(core.index, text)?.product ?? findLabelled(core, text)?.product ?? searchProducts(core.index, text, 1)[0];
  if (text === "") return core.store.setState({ ...EMPTY_ENTRY, priceCheck: true });
  core.store.setState({ ...EMPTY_ENTRY, priceCheck: false });
  if (product) notify(core, { kind: "price", product: priced(core, product) });
  else notify(core, { kind: "nothingFound", query: text }, "error");
}
