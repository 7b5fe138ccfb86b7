import { afterEach, expect, it, vi } from "vitest";
import { newId } from "@/kernel/id.ts";
import { counterOf } from "../../../../../tests/support/counter-core.ts";
import { keepRegister } from "../register-here.ts";
import { askTill, openTill } from "./open-till.ts";

const [USUAL, OTHER] = [newId(), newId()];
const REGISTERS = Array.from({ length: 70 }, (_, i) => ({ id: newId(), name: `Caja ${i + 1}`, locationId: i < 60 ? USUAL : OTHER, isActive: true, shiftId: i % 2 === 0 ? newId() : null }));
const answer = (value: object, status = 200) => new Response(JSON.stringify(value), { status });
const serve = (answers: (path: string, method: string) => Response) => vi.stubGlobal("fetch", async (path: string, { method }: { method: string }) => answers(path, method));

function stand(registerId?: string): void {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => void kept.set(key, text) });
  if (registerId) keepRegister("shop", registerId);
}

vi.mock("./focus-entry.ts", () => ({ focusEntry: () => undefined }));
afterEach(() => vi.unstubAllGlobals());

it("3.10 among seventy registers a till is told of its own; one that stands at none, of the oldest of the usual place", async () => {
  serve(() => answer({ items: [...REGISTERS.slice(0, 60).toReversed(), ...REGISTERS.slice(60)] }));
  const core = counterOf("ready");
  stand(REGISTERS[69]!.id);
  await askTill(core);
  expect(core.store.getState().closedTill).toEqual({ registerId: REGISTERS[69]!.id, registerName: "Caja 70", isGone: false });
  stand(REGISTERS[68]!.id);
  await askTill(core);
  expect(core.store.getState().closedTill).toBeNull();
  stand();
  await askTill(core);
  const oldest = REGISTERS.slice(0, 60).toSorted((a, b) => (a.id < b.id ? -1 : 1))[0]!;
  expect(core.store.getState().closedTill?.registerId).toBe(oldest.shiftId === null ? oldest.id : undefined);
});

it("F5 a till whose register was put away is told so, and offered no other one's drawer", async () => {
  const [gone, other] = [{ ...REGISTERS[1]!, isActive: false }, REGISTERS[3]!];
  serve(() => answer({ items: [other, gone] }));
  stand(gone.id);
  const core = counterOf("ready");
  await askTill(core);
  expect(core.store.getState().closedTill).toEqual({ registerId: gone.id, registerName: "Caja 2", isGone: true });
});

it("3.10 whoever counts for a till that was opened meanwhile is told by whom and with what, and that theirs was not taken", async () => {
  const core = counterOf("ready");
  const float = { openedById: newId(), openedBy: "Juan", float: "3000.00" };
  const asked: string[] = [];
  const openWith = (items: object[] | null) => serve((path, method) => {
    asked.push(`${method} ${path}`);
    return method === "POST" ? answer({ code: "shift_open", detail: "Open." }, 409) : items === null ? answer({ code: "forbidden" }, 403) : answer({ items });
  });
  const say = async (counted: string) => {
    core.store.setState({ closedTill: { registerId: USUAL, registerName: "Caja 1", isGone: false } });
    await openTill(core, USUAL, counted);
    expect(core.store.getState().closedTill).toBeNull();
    return core.store.getState().notice;
  };
  openWith([float]);
  expect(await say("5000")).toEqual({ content: { kind: "tillWasOpen", by: "Juan", float: "3000.00", counted: "5000" }, tone: "warning" });
  expect(asked).toEqual(["POST /api/v1/ops/shifts", `GET /api/v1/ops/shifts?registerId=${USUAL}&status=open&limit=1`]);
  expect(await say("3000")).toMatchObject({ content: { kind: "tillWasOpen" } });
  openWith(null);
  expect(await say("5000")).toEqual({ content: { kind: "tillWasOpen", by: null, float: null, counted: "5000" }, tone: "warning" });
  // The answer to their own was lost.
  openWith([{ ...float, openedById: core.setting.member.id, float: "5000.00" }]);
  expect(await say("5000")).toEqual({ content: { kind: "tillOpened" }, tone: "plain" });
  serve(() => answer({ code: "busy", detail: "Busy." }, 503));
  core.store.setState({ closedTill: { registerId: USUAL, registerName: "Caja 1", isGone: false } });
  await openTill(core, USUAL, "5000");
  expect(core.store.getState()).toMatchObject({ closedTill: { registerId: USUAL }, notice: { content: { kind: "problem", message: "Busy." }, tone: "error" } });
});
