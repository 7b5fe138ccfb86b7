import { big, compare, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney } from "@/kernel/money.ts";
import type { CounterCore } from "./counter-core.ts";
import { deviceText } from "./draft-storage.ts";

/** Before so many tickets nobody knows what is usual here. */
const ENOUGH = 20;
/** The newest count most: prices rise. */
const MOST = 200;
const TIMES_USUAL = "20";

interface Usual {
  count: number;
  average: Decimal;
}

const kept = (core: CounterCore) => deviceText(`counter.usual.${core.setting.shop.slug}`);

function read(core: CounterCore): Usual {
  const [count = "", average = ""] = (kept(core).load() ?? "").split(" ");
  return /^\d{1,3}$/.test(count) && /^\d+\.\d\d$/.test(average) ? { count: Number(count), average } : { count: 0, average: "0.00" };
}

/** What a sale came to, towards what is usual at this till. */
export function noteTicketTotal(core: CounterCore, total: Decimal): void {
  const { count, average } = read(core);
  const next = Math.min(count + 1, MOST);
  kept(core).save(`${next} ${roundMoney(big(average).times(next - 1).plus(total).div(next))}`);
}

/** Whether one line costs far more than whole tickets do here: rather a slipped key than a sale. */
export function isFarFromUsual(core: CounterCore, amount: Decimal): boolean {
  const { count, average } = read(core);
  return count >= ENOUGH && compare(amount, big(average).times(TIMES_USUAL).toFixed()) > 0;
}
