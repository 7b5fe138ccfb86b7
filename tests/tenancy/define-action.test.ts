import { expect, it, vi } from "vitest";
import { z } from "zod";
import { accept, refuse } from "@/kernel/refusal.ts";
import { signIn } from "@/modules/identity/commands/sign-in.ts";
import { definePublicAction } from "@/modules/identity/define-public-action.ts";
import { findSession } from "@/modules/identity/queries/find-session.ts";
import { defineAction } from "@/modules/tenancy/define-action.ts";
import { defineFormAction } from "@/modules/tenancy/define-form-action.ts";
import { openShop, visitor } from "../support/open-shop.ts";

const current = vi.hoisted(() => ({ session: null as unknown }));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ host: "x", origin: "http://x" }), cookies: async () => ({ get: () => undefined }) }));
vi.mock("@/modules/identity/session-cookie.ts", () => ({ currentSession: async () => current.session, currentDeviceUserId: async () => null }));
vi.mock("next-intl/server", () => ({ getTranslations: async () => (key: string, values?: object) => `${key} ${JSON.stringify(values ?? {})}` }));
vi.mock("@/platform/log.ts", async (original) => ({ ...(await original<object>()), log: () => undefined }));

const SECRET = "postgresql://owner:hunter2@db/shop";
const fail = async (): Promise<never> => {
  throw new Error(`connect ${SECRET}`, { cause: new Error(SECRET) });
};
const state = { code: null, errors: [], values: {} };

async function enter() {
  const shop = await openShop();
  const signedIn = await signIn(shop.credentials, visitor(), null);
  if (!signedIn.ok) throw new Error(signedIn.code);
  current.session = await findSession(signedIn.value.secret, new Date());
  return shop;
}

it("F13 what an action throws stays here: the browser gets a code to quote, from every wrapper", async () => {
  const { slug } = await enter();
  const form = new FormData();
  form.append("shop", slug);
  const answers = [
    await defineAction({ permission: "product.read", schema: z.strictObject({}), run: fail })(slug, {}),
    await defineFormAction({ permission: "product.read", schema: z.strictObject({}), run: fail })(state, form),
    await definePublicAction({ schema: z.strictObject({}), keep: [], run: fail })(state, new FormData()),
  ];
  for (const answer of answers) {
    expect(answer).toMatchObject({ code: "defect" });
    expect(JSON.stringify(answer)).not.toMatch(/hunter2|postgresql|connect|Error|stack/);
    expect(JSON.stringify(answer)).toMatch(/[0-9A-F]{6}/);
  }
});

it("F14 an action tells the browser what its answer names, however much the command knows", async () => {
  const { slug } = await enter();
  const run = async () => accept({ id: "1", name: "Tornillo", passwordHash: "secret", lines: [{ id: "2", cost: "7.00" }] });
  const plan = { permission: "product.read", schema: z.strictObject({}), run } as const;
  const answer = z.object({ id: z.string(), lines: z.array(z.object({ id: z.string() })) });
  expect(await defineAction({ ...plan, answer })(slug, {})).toEqual({ ok: true, value: { id: "1", lines: [{ id: "2" }] } });
  expect(JSON.stringify(await defineAction(plan)(slug, {}))).toBe('{"ok":true}');
  const form = new FormData();
  form.append("shop", slug);
  const refused = { schema: z.strictObject({}), keep: [], run: async () => ({ ...refuse("conflict"), secret: "hunter2" }) };
  const forms = [await defineFormAction({ permission: "product.read", ...refused })(state, form), await definePublicAction(refused)(state, new FormData())];
  for (const told of forms) expect(Object.keys(told).sort()).toEqual(["code", "errors", "values"]);
});

it("F1 F2 nothing of an action runs without a session, under another shop's slug, or without the permission", async () => {
  const { slug } = await enter();
  let runs = 0;
  const plan = { permission: "shop.own", schema: z.strictObject({}), run: async () => ((runs += 1), accept(null)) } as const;
  const action = defineAction(plan);
  expect(await action("another", {})).toMatchObject({ code: "tenant_changed" });
  const { session } = current;
  current.session = { ...(session as { membership: object }), membership: { ...(session as { membership: object }).membership, role: "ADMIN" } };
  expect(await action(slug, {})).toMatchObject({ code: "forbidden" });
  current.session = null;
  expect(await action(slug, {})).toMatchObject({ code: "unauthenticated" });
  expect(runs).toBe(0);
  current.session = session;
  expect([(await action(slug, {})).ok, runs]).toEqual([true, 1]);
});
