import type { Decimal } from "@/kernel/decimal.ts";
import type { LinkRecord } from "@/modules/tenancy/queries/open-link.ts";
import type { PrintView } from "../queries/list-prints.ts";
import type { ReturnView } from "../queries/return-view.ts";
import type { ApprovalView, SaleView } from "../queries/sale-view.ts";

/** Where, by whom and in which shift a sale was made. */
export interface SaleOrigin {
  memberName: string;
  locationName: string;
  /** Null: a program's, without a register. */
  registerName: string | null;
  shift: { id: string; /** Of its Z; null while it is open. */ number: number | null } | null;
}

/** Another sale that shares goods with this one: the one whose goods it took back, or the one that took back its own. */
export interface Exchange {
  saleId: string;
  number: number;
  at: string;
  memberName: string;
  /** Whether this one's goods came back with the other. */
  isLater: boolean;
  /** What the goods that came back were worth; not negative. */
  worth: Decimal;
  isCancelled: boolean;
}

/** Something that happened to a sale. */
export type SaleEvent = { at: string; /** Null: nobody of the shop. */ by: string | null } & (
  | { kind: "sold"; origin: SaleOrigin }
  | { kind: "approved"; approval: ApprovalView }
  | { kind: "took_back"; exchange: Exchange }
  | { kind: "exchanged"; exchange: Exchange }
  | { kind: "returned"; one: ReturnView }
  | { kind: "cancelled"; reason: string }
  | { kind: "printed"; /** In a row, by one person: the first of them and how many. */ print: PrintView; count: number }
  | { kind: "shared"; expiresAt: string }
  | { kind: "opened" }
  | { kind: "closed" }
);

interface Told {
  sale: SaleView;
  origin: SaleOrigin;
  prints: readonly PrintView[];
  links: readonly LinkRecord[];
  exchanges: readonly Exchange[];
}

/** Of events of one instant, what makes the others possible comes first. */
const ORDER: readonly SaleEvent["kind"][] = ["sold", "took_back", "returned", "cancelled", "exchanged", "approved", "printed", "closed", "shared", "opened"];

/** One list of everything, in time: the sale, what was allowed of it, its papers and links, and what came back. */
export function tellSale({ sale, origin, prints, links, exchanges }: Told): SaleEvent[] {
  const { cancellation } = sale;
  const events: SaleEvent[] = [
    { kind: "sold", at: sale.soldAt, by: origin.memberName, origin },
    ...exchanges.map((exchange): SaleEvent => (exchange.isLater ? { kind: "exchanged", at: exchange.at, by: exchange.memberName, exchange } : { kind: "took_back", at: sale.soldAt, by: origin.memberName, exchange })),
    ...sale.approvals.map((approval): SaleEvent => ({ kind: "approved", at: approval.at, by: approval.memberName, approval })),
    ...sale.returns.map((one): SaleEvent => ({ kind: "returned", at: one.returnedAt, by: one.memberName, one })),
    ...(cancellation ? [{ kind: "cancelled", at: cancellation.at, by: cancellation.memberName, reason: cancellation.reason } as const] : []),
    ...prints.map((print): SaleEvent => ({ kind: "printed", at: print.at, by: print.memberName, print, count: 1 })),
    ...links.flatMap(tellLink),
  ];
  const inTime = events.toSorted((a, b) => a.at.localeCompare(b.at) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  return inTime.reduce<SaleEvent[]>(joinPrints, []);
}

function tellLink({ createdAt, by, expiresAt, openedAt, revokedAt }: LinkRecord): SaleEvent[] {
  return [
    { kind: "shared", at: createdAt, by, expiresAt },
    ...(openedAt === null ? [] : [{ kind: "opened", at: openedAt, by: null } as const]),
    ...(revokedAt === null ? [] : [{ kind: "closed", at: revokedAt, by: null } as const]),
  ];
}

/** The same paper printed again and again by one person is one row. */
function joinPrints(told: SaleEvent[], event: SaleEvent): SaleEvent[] {
  const last = told.at(-1);
  const isSame = last?.kind === "printed" && event.kind === "printed" && last.by === event.by && last.print.returnId === event.print.returnId && last.print.form === event.print.form && last.print.isCopy === event.print.isCopy;
  return isSame ? [...told.slice(0, -1), { ...last, count: last.count + 1 }] : [...told, event];
}
