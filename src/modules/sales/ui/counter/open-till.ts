import { newId } from "@/kernel/id.ts";
import type { Decimal } from "@/kernel/decimal.ts";
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

/** Whether the register of this till is open. Without an answer nothing is said: selling goes on either way. */
export async function askTill(core: CounterCore): Promise<void> {
  const page = await askServer<{ items: RegisterHere[] }>(core, "GET", "/api/v1/ops/registers");
  if (!page.ok) return;
  const here = registerOf(page.value.items, registerHere(core.setting.shop.slug));
  core.store.setState({ closedTill: here && here.shiftId === null ? { registerId: here.id, registerName: here.name } : null });
}

/** The one that this device stands at, else the oldest of the usual place, as the server takes it. */
function registerOf(items: readonly RegisterHere[], wanted: string | undefined): RegisterHere | undefined {
  const inUse = items.filter(({ isActive }) => isActive);
  const usual = inUse.filter(({ locationId }) => locationId === inUse[0]?.locationId);
  return inUse.find(({ id }) => id === wanted) ?? usual.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0];
}

/** Opens it with what is in the drawer. False when it is not open afterwards. */
export async function openTill(core: CounterCore, registerId: string, float: Decimal): Promise<boolean> {
  const opened = await askServer(core, "POST", "/api/v1/ops/shifts", { id: newId(), registerId, float });
  // Somebody else was first: it is open all the same.
  const isOpen = opened.ok || opened.code === "shift_open";
  if (!isOpen) {
    notify(core, { kind: "problem", message: opened.message }, "error");
    return false;
  }
  core.store.setState({ closedTill: null });
  notify(core, { kind: "tillOpened" });
  focusEntry(core);
  return true;
}
