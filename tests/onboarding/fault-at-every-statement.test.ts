import { expect, it } from "vitest";
import { newId } from "@/kernel/id.ts";
import { accept, type Result } from "@/kernel/refusal.ts";
import es from "@/messages/es-AR/onboarding.json" with { type: "json" };
import { openShop, type OpenedShop, type OpenShopInput } from "@/modules/onboarding/commands/open-shop.ts";
import { breakDriver, FAULTS, placesToBreak } from "../support/break-driver.ts";
import { footprint } from "../support/footprint.ts";
import { newAddress, newEmail, PASSWORD, visitor } from "../support/open-shop.ts";

function formOf(): OpenShopInput & { id: string } {
  return { id: newId(), email: newEmail(), password: PASSWORD, name: "Marta", tenantName: `Falla ${newId()}`, acceptTerms: true };
}

const submit = (form: OpenShopInput) => openShop(form, visitor({ address: newAddress() }), es.defaults);

/** Every tenant that a transaction was opened for: what it may have left behind is looked for under its id. */
function tenantsIn(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => /SET LOCAL app\.tenant_id = '([^']+)'/.exec(text)?.[1] ?? []))];
}

it.each(FAULTS)("A1 I13 I14 sign-up with any one statement %s: nothing or all, and the same form again opens the one shop", async (fault) => {
  const clean = formOf();
  const statements = await breakDriver(fault, 0, async () => submit(clean));
  const whole = await footprint(tenantsIn(statements), clean.id);
  expect(whole).toMatchObject({ user: 1, tenant: 1, membership: 1, shop: 1, member: 1, location: 1, register: 1, tax_rate: 4, account: 18, customer: 1 });
  const first = statements.indexOf("BEGIN");
  const commit = statements.indexOf("COMMIT", first);
  expect(commit - first).toBeGreaterThan(12);

  const outcomes = { nothing: 0, all: 0 };
  for (const at of placesToBreak(statements, fault)) {
    const form = formOf();
    let answer: Result<OpenedShop> | null = null;
    const sent = await breakDriver(fault, at, async () => void (answer = await submit(form).catch(() => null)));
    const left = await footprint(tenantsIn(sent), form.id);
    const isWhole = Object.keys(left).length > 0;
    expect([at, sent[at - 1], left]).toEqual([at, sent[at - 1], isWhole ? whole : {}]);
    // What was told is true: "opened" only when it is, and before the COMMIT nothing may stay.
    if ((answer as Result<OpenedShop> | null)?.ok) expect([at, isWhole]).toEqual([at, true]);
    if (at - 1 < commit) expect([at, isWhole]).toEqual([at, false]);
    outcomes[isWhole ? "all" : "nothing"] += 1;

    const again = await submit(form);
    expect([at, again]).toEqual([at, accept({ membership: expect.objectContaining({ userId: form.id, role: "OWNER" }) })]);
    const opened = again.ok ? again.value.membership.tenantId : "";
    expect([at, await footprint([...tenantsIn(sent), opened], form.id)]).toEqual([at, whole]);
  }
  console.log(`openShop, ${fault}: ${statements.length} statements; nothing left ${outcomes.nothing}, all done ${outcomes.all}`);
}, 240_000);
