import { compare, type Decimal } from "@/kernel/decimal.ts";
import { askServer } from "./ask-server.ts";
import { notify, type CounterCore } from "./counter-core.ts";
import { BY_CASH } from "./counter-state.ts";
import { asked, takeTender } from "./take-payment.ts";

const BY_VOUCHER = { method: "store_credit", count: 1 } as const;

/** A voucher pays what it holds, at most what is left; the server says how much that is, and takes it when the sale is made. */
export async function takeVoucher(core: CounterCore): Promise<void> {
  const { voucher, tenders } = core.store.getState();
  if (voucher === null || voucher.trim() === "") return;
  const found = await askServer<{ code: string; balance: Decimal }>(core, "GET", `/api/v1/ops/store-credits?code=${encodeURIComponent(voucher.trim())}`);
  // Esc meanwhile, or another code.
  if (core.store.getState().voucher !== voucher) return;
  if (!found.ok) return notify(core, { kind: "problem", message: found.message }, "error");
  const { code, balance } = found.value;
  if (tenders.some((tender) => tender.code === code)) return notify(core, { kind: "voucherTwice" }, "warning");
  if (compare(balance, "0") <= 0) return notify(core, { kind: "voucherSpent", code }, "error");
  const due = asked(core, BY_VOUCHER);
  core.store.setState({ voucher: null, chosen: BY_CASH });
  takeTender(core, { ...BY_VOUCHER, code, amount: compare(balance, due) < 0 ? balance : due });
}
