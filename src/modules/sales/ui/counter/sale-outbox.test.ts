import { describe, expect, it, vi } from "vitest";
import { openTicket } from "../../rules/ticket.ts";
import { createOutbox, type OutboxPorts, type PendingSale } from "./sale-outbox.ts";
import { readAnswer, type SendResult } from "./send-sale.ts";

const id = (n: number) => `01890000-0000-7000-8000-00000000000${n}`;
const sale = (n: number): Omit<PendingSale, "attempts"> => ({ request: { id: id(n), lines: [], expectedTotal: "1.00" }, ticket: openTicket(id(n)), total: "1.00" });
const accepted: SendResult = { kind: "accepted", number: "7", change: "0.00", creditCode: null };
const offline: SendResult = { kind: "retry", reached: false, afterMs: null };
const refused: SendResult = { kind: "refused", problem: { code: "stock_short", message: "no", prices: [] } };

function bench(answers: SendResult[], stored: string | null = null) {
  const waits: { run: () => void; ms: number }[] = [];
  const log: string[] = [];
  let kept = stored;
  const ports: OutboxPorts = {
    load: () => kept,
    save: (text) => (kept = text),
    send: vi.fn(async (request) => {
      log.push(`send ${request.id.at(-1)}`);
      return answers.shift() ?? accepted;
    }),
    wait: (run, ms) => {
      waits.push({ run, ms });
      return () => undefined;
    },
    onChange: () => undefined,
    onAccepted: (pending, { number }) => log.push(`accepted ${pending.request.id.at(-1)} as ${number}`),
    onRefused: (pending, problem) => {
      log.push(`refused ${pending.request.id.at(-1)} ${problem.code}, kept: ${kept?.includes(pending.request.id)}`);
    },
  };
  return { outbox: createOutbox(ports), log, waits, kept: () => JSON.parse(kept ?? "[]") as PendingSale[] };
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("outbox", () => {
  it("sends in order and forgets what was accepted", async () => {
    const { outbox, log, kept } = bench([]);
    outbox.add(sale(1));
    outbox.add(sale(2));
    expect(kept()).toHaveLength(2);
    await settle();
    expect(log).toEqual(["send 1", "accepted 1 as 7", "send 2", "accepted 2 as 7"]);
    expect(kept()).toEqual([]);
  });

  it("keeps a sale until the network is back, waiting longer each time, always with the same id", async () => {
    const { outbox, log, waits, kept } = bench([offline, offline, offline]);
    outbox.add(sale(1));
    await settle();
    for (let i = 0; i < 3; i += 1) {
      expect(kept()[0]!.request.id).toBe(id(1));
      waits[i]!.run();
      await settle();
    }
    expect(waits.map(({ ms }) => ms)).toEqual([1_000, 2_000, 4_000]);
    expect(log).toEqual(["send 1", "send 1", "send 1", "send 1", "accepted 1 as 7"]);
  });

  it("survives a reload", async () => {
    const first = bench([offline]);
    first.outbox.add(sale(1));
    await settle();
    const second = bench([], JSON.stringify(first.kept()));
    expect(second.outbox.pending()).toHaveLength(1);
    await second.outbox.flush();
    expect(second.log).toEqual(["send 1", "accepted 1 as 7"]);
  });

  it("hands a refused ticket over before it forgets it, and goes on", async () => {
    const { outbox, log, kept } = bench([refused]);
    outbox.add(sale(1));
    outbox.add(sale(2));
    await settle();
    expect(log).toEqual(["send 1", "refused 1 stock_short, kept: true", "send 2", "accepted 2 as 7"]);
    expect(kept()).toEqual([]);
  });

  it("lets others pass a sale that the server chokes on", async () => {
    const { outbox, log, waits } = bench([{ kind: "retry", reached: true, afterMs: 5_000 }]);
    outbox.add(sale(1));
    outbox.add(sale(2));
    await settle();
    expect(waits[0]!.ms).toBe(5_000);
    waits[0]!.run();
    await settle();
    expect(log).toEqual(["send 1", "send 2", "accepted 2 as 7", "send 1", "accepted 1 as 7"]);
  });

  it.each([null, "", "nonsense", "{}", "[1,null,{}]"])("starts empty from %j", (stored) => {
    expect(bench([], stored).outbox.pending()).toEqual([]);
  });
});

describe("readAnswer", () => {
  const problem = { code: "stock_short", detail: "No", errors: [{ path: "lines.0", code: "stock_short", message: "Not enough" }] };
  it.each<[string, number, unknown, SendResult["kind"]]>([
    ["created", 201, { number: "12", change: "1.00" }, "accepted"],
    ["repeated", 200, { number: 12 }, "accepted"],
    ["a page of a proxy", 200, null, "retry"],
    ["refused", 422, problem, "refused"],
    ["another price", 409, { code: "version_changed", prices: [] }, "refused"],
    ["a 404 of a proxy", 404, null, "retry"],
    ["no session", 401, { code: "unauthenticated" }, "signIn"],
    ["another shop", 403, { code: "tenant_changed" }, "signIn"],
    ["no permission", 403, { code: "forbidden" }, "refused"],
    ["too many", 429, { code: "rate_limited" }, "retry"],
    ["our fault", 500, { code: "defect" }, "retry"],
  ])("%s", (_, status, body, kind) => {
    expect(readAnswer(status, null, body).kind).toBe(kind);
  });

  it("reads reason, prices and patience", () => {
    expect(readAnswer(422, null, problem)).toEqual({ kind: "refused", problem: { code: "stock_short", message: "Not enough", prices: [] } });
    expect(readAnswer(409, null, { code: "version_changed", prices: [{ productId: id(1), unitPrice: "12.5000" }, { productId: 1 }] })).toMatchObject({
      problem: { prices: [{ productId: id(1), unitPrice: "12.5000" }] },
    });
    expect(readAnswer(429, "7", {})).toEqual({ kind: "retry", reached: true, afterMs: 7_000 });
  });
});
