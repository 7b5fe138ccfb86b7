import { compare, type Decimal } from "@/kernel/decimal.ts";
import { newId } from "@/kernel/id.ts";
import { registerHere } from "../register-here.ts";
import { askServer } from "./ask-server.ts";
import { notify, type CounterCore } from "./counter-core.ts";
import { focusEntry } from "./focus-entry.ts";

interface RegisterHere {
  id: string;
  name: string;
  locationId: string;
  isActive: boolean;
  shiftId: string | null;
}

interface OpenShift {
  openedById: string;
  openedBy: string;
  float: Decimal;
}

/** Whether the register of this till is open. Without an answer nothing is said: selling goes on either way. */
export async function askTill(core: CounterCore): Promise<void> {
  const page = await askServer<{ items: RegisterHere[] }>(core, "GET", "/api/v1/ops/registers");
  if (!page.ok) return;
  const here = registerOf(page.value.items, registerHere(core.setting.shop.slug));
  core.store.setState({ closedTill: here && here.shiftId === null ? { registerId: here.id, registerName: here.name, isGone: !here.isActive } : null });
}

/** The one that this device stands at, also where it was put away, else the oldest of the usual place: as the server takes it. */
function registerOf(items: readonly RegisterHere[], wanted: string | undefined): RegisterHere | undefined {
  const inUse = items.filter(({ isActive }) => isActive);
  const usual = inUse.filter(({ locationId }) => locationId === inUse[0]?.locationId);
  return items.find(({ id }) => id === wanted) ?? usual.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0];
}

/** Opens it with what is in the drawer. */
export async function openTill(core: CounterCore, registerId: string, float: Decimal): Promise<void> {
  const opened = await askServer(core, "POST", "/api/v1/ops/shifts", { id: newId(), registerId, float });
  if (!opened.ok && opened.code !== "shift_open") return notify(core, { kind: "problem", message: opened.message }, "error");
  const earlier = opened.ok ? null : await openedEarlier(core, registerId);
  core.store.setState({ closedTill: null });
  // Their own opening, whose answer was lost, is no other one.
  if (opened.ok || (earlier?.openedById === core.setting.member.id && compare(earlier.float, float) === 0)) notify(core, { kind: "tillOpened" });
  else notify(core, { kind: "tillWasOpen", by: earlier?.openedBy ?? null, float: earlier?.float ?? null, counted: float }, "warning");
  focusEntry(core);
}

/** Who was first at the same drawer, and with what; null where the server does not say. */
async function openedEarlier(core: CounterCore, registerId: string): Promise<OpenShift | null> {
  const page = await askServer<{ items: OpenShift[] }>(core, "GET", `/api/v1/ops/shifts?registerId=${registerId}&status=open&limit=1`);
  return (page.ok && page.value.items[0]) || null;
}
