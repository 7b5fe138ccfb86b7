import { beforeEach, expect, it, vi } from "vitest";
import { PATCH as patchMember } from "@/app/api/v1/back-office/members/[id]/route.ts";
import { POST as postMember } from "@/app/api/v1/back-office/members/route.ts";
import { PATCH as patchSettings } from "@/app/api/v1/back-office/settings/route.ts";
import { POST as postInvitation } from "@/app/api/v1/back-office/invitations/route.ts";
import { newId } from "@/kernel/id.ts";
import { signAccessToken } from "@/modules/identity/access-token.ts";
import { proveAgain } from "@/modules/identity/commands/prove-again.ts";
import { refreshTokens } from "@/modules/identity/commands/refresh-tokens.ts";
import { signInClient } from "@/modules/identity/commands/sign-in-client.ts";
import { enterAs } from "@/modules/identity/commands/enter-as.ts";
import { switchShop } from "@/modules/identity/commands/switch-shop.ts";
import { findMembershipOfToken } from "@/modules/identity/queries/find-membership-of-token.ts";
import { findSession, type Session } from "@/modules/identity/queries/find-session.ts";
import { checkProof } from "@/modules/tenancy/check-proof.ts";
import { PATCH as patchList } from "@/app/api/v1/back-office/price-lists/[id]/route.ts";
import { POST as postList } from "@/app/api/v1/back-office/price-lists/route.ts";
import { savePriceListAction } from "@/modules/pricing/actions.ts";
import { loadPriceLists } from "@/modules/pricing/queries/load-price-lists.ts";
import * as teamActions from "@/modules/team/actions.ts";
import * as tenancyActions from "@/modules/tenancy/actions.ts";
import { readSources } from "../support/sources.ts";
import { openShop, visitor, PASSWORD, type TestShop } from "../support/open-shop.ts";

const current: { session: Session | null } = { session: null };
vi.mock("next/headers", () => ({ headers: async () => new Headers({ origin: "http://localhost:3000", host: "localhost:3000" }), cookies: async () => ({ get: () => undefined, set: () => undefined }) }));
vi.mock("next-intl/server", () => ({ getTranslations: async () => (key: string) => key, getLocale: async () => "es-AR" }));
vi.mock("@/modules/identity/session-cookie.ts", async (load) => ({ ...(await load<object>()), currentSession: async () => current.session }));

const LONG_AGO = new Date(Date.now() - 11 * 60_000);

let shop: TestShop;
let member: string;
beforeEach(async () => {
  shop = await openShop();
  member = (await shop.ctxOf("seller")).member.id;
  const { secret } = await enterAs(shop.membership, visitor(), null);
  current.session = { ...(await findSession(secret, new Date()))!, provedAt: LONG_AGO };
});

/** What asks by an answer instead of a form's state. */
const ASKING_BY_ANSWER = ["savePriceListAction"];

/** Every form that hands out rights or touches money, with an input that its schema takes. */
const FORMS: Readonly<Record<string, () => Record<string, string>>> = {
  changeMemberAction: () => ({ id: member, place: "viewer" }),
  reactivateMemberAction: () => ({ id: member }),
  handOverAction: () => ({ id: member }),
  savePermissionSetAction: () => ({ key: "", name: "Caja", maxDiscountPercent: "0", maxRefund: "0" }),
  deletePermissionSetAction: () => ({ key: "seller" }),
  requireSecondFactorAction: () => ({ required: "yes" }),
  inviteAction: () => ({ email: "otra@example.com", name: "Otra", place: "ADMIN" }),
  shareTillAction: () => ({}),
  changeSettingsAction: () => ({ name: "Otro nombre", locale: "es-AR", currency: "USD", timeZone: "America/Lima", negativeStock: "warn", auditMonths: "0" }),
};

type FormAction = (previous: { code: null; errors: []; values: object }, form: FormData) => Promise<{ code: string | null; values: Readonly<Record<string, string>> }>;
const actions = { ...teamActions, ...tenancyActions } as unknown as Readonly<Record<string, FormAction>>;

async function send(name: string, input: Record<string, string>): Promise<{ code: string | null; values: Readonly<Record<string, string>> }> {
  const form = new FormData();
  for (const [key, value] of Object.entries({ shop: shop.slug, ...input })) form.set(key, value);
  return actions[name]!({ code: null, errors: [], values: {} }, form);
}

it("ASVS 7.5.1 every form of rights and money wants the password of a moment ago, and keeps what was typed", async () => {
  for (const [name, input] of Object.entries(FORMS)) {
    const { code, values } = await send(name, input());
    expect([name, code]).toEqual([name, "proof_required"]);
    expect(values).toMatchObject(input());
  }
});

it("control: the list is that of the source, and a seller's invitation needs none", async () => {
  const text = readSources("src/modules").filter(({ path }) => path.endsWith("/actions.ts")).map((source) => source.text).join("\n");
  const asking = text.split("\nexport const ").filter((one) => /\n  proof: /.test(one)).map((one) => /^\w+/.exec(one)![0]);
  expect(asking.sort()).toEqual([...Object.keys(FORMS), ...ASKING_BY_ANSWER].sort());
  const invited = await send("inviteAction", { email: "otra@example.com", name: "Otra", place: "seller" }).catch((error: unknown) => String((error as { digest?: string }).digest));
  expect(invited).toContain("NEXT_REDIRECT");
});

it("ASVS 7.5.1 what a payment method adds to every sale wants it too, a list's name and percent do not", async () => {
  const list = { id: newId(), isNew: true, name: "Mayorista", percent: "-10" };
  expect(await savePriceListAction(shop.slug, { ...list, methods: { cash: "-50" } })).toMatchObject({ ok: false, code: "proof_required", params: { count: 10 } });
  expect(await savePriceListAction(shop.slug, { ...list, installments: [{ count: 3, percent: "-20" }] })).toMatchObject({ code: "proof_required" });
  expect(await loadPriceLists((await shop.ctxOf("OWNER")).db)).toHaveLength(1);
  expect(await savePriceListAction(shop.slug, list)).toEqual({ ok: true, value: { id: list.id } });
});

it("ASVS 7.5.1 a password or a code proves it, for ten minutes of this session", async () => {
  const { secret } = await enterAs(shop.membership, visitor({ now: LONG_AGO }), null, LONG_AGO);
  const session = async () => (await findSession(secret, new Date()))!;
  const wrong = await proveAgain(await session(), "no es esta la frase", visitor());
  expect(wrong).toMatchObject({ ok: false, code: "password_wrong", fields: [{ path: "current" }] });
  expect(await proveAgain(await session(), "123456", visitor())).toMatchObject({ ok: false, code: "totp_wrong", fields: [{ path: "current" }] });
  expect((await session()).provedAt).toEqual(LONG_AGO);
  expect((await proveAgain(await session(), PASSWORD, visitor())).ok).toBe(true);
  const { provedAt } = await session();
  expect(checkProof({ provedAt, now: new Date() }, true, null).ok).toBe(true);
  expect(checkProof({ provedAt, now: new Date(Date.now() + 601_000) }, true, null)).toMatchObject({ code: "proof_required", params: { count: 10 } });
  const other = await switchShop(secret, shop.slug, visitor({ now: new Date(Date.now() + 300_000) }));
  expect(other.ok && (await findSession(other.value.secret, new Date()))!.provedAt).toEqual(provedAt);
});

const request = (method: string, path: string, token: string, body: object) =>
  new Request(`http://127.0.0.1/api/v1/back-office/${path}`, { method, headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "accept-language": "en" }, body: JSON.stringify(body) });
const NOWHERE = { params: Promise.resolve({}) };
const at = (id: string) => ({ params: Promise.resolve({ id }) });

it("ASVS 7.5.1 the API answers 401 with the challenge of RFC 9470 to tokens of an old sign-in, and takes those of a fresh one", async () => {
  const standing = { role: "ADMIN", email: `u${newId()}@example.com`, name: "Otra" };
  const base = (await loadPriceLists((await shop.ctxOf("OWNER")).db))[0]!.id;
  const calls = (token: string) => [
    () => patchSettings(request("PATCH", "settings", token, { currency: "USD" }), NOWHERE),
    () => patchMember(request("PATCH", `members/${member}`, token, { permissionSet: "viewer" }), at(member)),
    () => postMember(request("POST", "members", token, { ...standing, password: PASSWORD }), NOWHERE),
    () => postList(request("POST", "price-lists", token, { name: `L${newId()}`, percent: "5", methods: { cash: "-50" } }), NOWHERE),
    () => patchList(request("PATCH", `price-lists/${base}`, token, { installments: [{ count: 3, percent: "20" }] }), at(base)),
    () => postInvitation(request("POST", "invitations", token, { ...standing, email: `v${newId()}@example.com` }), NOWHERE),
  ];
  for (const provedAt of [LONG_AGO, null]) {
    const old = await signAccessToken(shop.membership, new Date(), provedAt);
    for (const call of calls(old)) {
      const answer = await call();
      expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, 'Bearer error="insufficient_user_authentication", max_age="600"']);
      expect(await answer.json()).toMatchObject({ code: "proof_required" });
    }
    expect((await patchSettings(request("PATCH", "settings", old, { negativeStock: "refuse" }), NOWHERE)).status).toBe(200);
    expect((await patchMember(request("PATCH", `members/${member}`, old, { active: false }), at(member))).status).toBeLessThan(410);
  }
  const fresh = await signInClient(shop.credentials, visitor());
  if (!fresh.ok) throw new Error(fresh.code);
  await patchMember(request("PATCH", `members/${member}`, fresh.value.access_token, { active: true }), at(member));
  for (const call of calls(fresh.value.access_token)) expect((await call()).status).toBeLessThan(300);
});

it("a refreshed token is as old as the sign-in that it goes back to", async () => {
  const signedIn = await signInClient(shop.credentials, visitor({ now: LONG_AGO }));
  if (!signedIn.ok) throw new Error(signedIn.code);
  const refreshed = await refreshTokens(signedIn.value.refresh_token, visitor());
  expect(refreshed.ok && refreshed.value.provedAt).toEqual(LONG_AGO);
  const token = await signAccessToken(shop.membership, new Date(), LONG_AGO);
  expect((await findMembershipOfToken(`Bearer ${token}`, new Date()))?.provedAt?.getTime()).toBe(Math.floor(LONG_AGO.getTime() / 1_000) * 1_000);
});
