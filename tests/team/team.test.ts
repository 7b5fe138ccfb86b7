import { describe, expect, it } from "vitest";
import { signIn } from "@/modules/identity/commands/sign-in.ts";
import { signInClient } from "@/modules/identity/commands/sign-in-client.ts";
import { refreshTokens } from "@/modules/identity/commands/refresh-tokens.ts";
import { findSession } from "@/modules/identity/queries/find-session.ts";
import { findMembership } from "@/modules/identity/queries/find-membership.ts";
import { acceptInvitation } from "@/modules/team/commands/accept-invitation.ts";
import { changeMember } from "@/modules/team/commands/change-member.ts";
import { createMember } from "@/modules/team/commands/create-member.ts";
import { deactivateMember } from "@/modules/team/commands/deactivate-member.ts";
import { deletePermissionSet } from "@/modules/team/commands/delete-permission-set.ts";
import { handOverOwnership } from "@/modules/team/commands/hand-over-ownership.ts";
import { inviteMember } from "@/modules/team/commands/invite-member.ts";
import { reactivateMember } from "@/modules/team/commands/reactivate-member.ts";
import { resendInvitation } from "@/modules/team/commands/resend-invitation.ts";
import { revokeInvitation } from "@/modules/team/commands/revoke-invitation.ts";
import { savePermissionSet } from "@/modules/team/commands/save-permission-set.ts";
import { getInvitation } from "@/modules/team/queries/get-invitation.ts";
import { listMembers } from "@/modules/team/queries/list-members.ts";
import { openContext } from "@/modules/tenancy/gate.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import { newAddress, newEmail, openShop, PASSWORD, visitor } from "../support/open-shop.ts";

const SELLER = { role: "STAFF", permissionSet: "seller", permissions: [], thresholds: {} } as const;
const from = (now = new Date()) => visitor({ address: newAddress(), now });

async function invite(ctx: Context, email = newEmail()): Promise<{ id: string; email: string; token: string }> {
  const invited = await inviteMember(ctx, { email, name: "Juan", ...SELLER });
  if (!invited.ok) throw new Error(invited.code);
  return { id: invited.value.id, email, token: await tokenOf(ctx, invited.value.id) };
}

async function tokenOf(ctx: Context, id: string): Promise<string> {
  const found = await getInvitation(ctx, id);
  if (!found.ok || found.value.link === null) throw new Error("the invitation has no link");
  return found.value.link.split("/").at(-1)!;
}

const asNew = { name: "Juan Pérez", password: PASSWORD, locale: "es-AR" };

describe("invitations", () => {
  it("A6 a new person accepts, and has the place that was offered", async () => {
    const { ctx, tenantId } = await openShop();
    const invited = await inviteMember(ctx, { email: newEmail(), name: "Juan", ...SELLER, permissions: ["report.read"], thresholds: { maxDiscountPercent: "25" } });
    if (!invited.ok) throw new Error(invited.code);
    const accepted = await acceptInvitation(await tokenOf(ctx, invited.value.id), asNew, from());
    expect(accepted).toMatchObject({ ok: true, value: { tenantId, role: "STAFF", userName: "Juan Pérez" } });
    const juan = openContext(accepted.ok ? accepted.value : null!, ctx.request, new Date());
    expect(juan.permissions.has("report.read")).toBe(true);
    expect(juan.permissions.has("member.read")).toBe(false);
    expect(juan.thresholds).toEqual({ maxDiscountPercent: "25", maxRefund: "20000" });
    expect(await ctx.db.rows(sql`SELECT action, role, member_id FROM audit_entry WHERE action LIKE 'member.%' ORDER BY id`)).toEqual([
      { action: "member.invite", role: "OWNER", member_id: ctx.member.id },
      { action: "member.join", role: "STAFF", member_id: juan.member.id },
    ]);
    expect(await ctx.db.rows(sql`SELECT name, active FROM member WHERE id = ${juan.member.id}`)).toEqual([{ name: "Juan Pérez", active: true }]);
  });

  it("A6 a person with an account accepts with it", async () => {
    const { ctx } = await openShop();
    const other = await openShop();
    const { token } = await invite(ctx, other.credentials.email);
    const accepted = await acceptInvitation(token, { userId: other.membership.userId, email: other.credentials.email }, from());
    expect(accepted).toMatchObject({ ok: true, value: { tenantId: ctx.tenant.id, userId: other.membership.userId } });
    expect((await acceptInvitation((await invite(ctx)).token, { ...asNew, name: other.credentials.email }, from())).ok).toBe(true);
  });

  it("C26 another e-mail, a used, revoked, replaced or expired link are refused", async () => {
    const { ctx, contextAt } = await openShop();
    const other = await openShop();
    const { token, id, email } = await invite(ctx);
    expect(await acceptInvitation(token, { userId: other.membership.userId, email: other.credentials.email }, from())).toMatchObject({ code: "invitation_other_email", params: { name: email } });
    await resendInvitation(ctx, id);
    expect(await acceptInvitation(token, asNew, from())).toMatchObject({ code: "invitation_gone" });
    const second = await tokenOf(ctx, id);
    expect((await acceptInvitation(second, asNew, from())).ok).toBe(true);
    expect(await acceptInvitation(second, asNew, from())).toMatchObject({ code: "invitation_gone" });

    const revoked = await invite(ctx);
    expect((await revokeInvitation(ctx, revoked.id)).ok).toBe(true);
    expect(await acceptInvitation(revoked.token, asNew, from())).toMatchObject({ code: "invitation_gone" });
    const old = await invite(contextAt(new Date(Date.now() - 8 * 86_400_000)));
    expect(await acceptInvitation(old.token, asNew, from())).toMatchObject({ code: "invitation_gone" });
    // An invitation that nobody answered in time gives way to a new one.
    expect((await inviteMember(ctx, { email: old.email, name: "Juan", ...SELLER })).ok).toBe(true);
    expect(await acceptInvitation("x".repeat(43), asNew, from())).toMatchObject({ code: "invitation_gone" });
  });

  it("A6 twenty answers at once make one member", async () => {
    const { ctx } = await openShop();
    const { token } = await invite(ctx);
    const results = await Promise.all(Array.from({ length: 20 }, () => acceptInvitation(token, asNew, from())));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await listMembers(ctx, { limit: 50 })).items).toHaveLength(2);
  });

  it("A6 refuses who is in the team, who is invited already, and a set that does not exist", async () => {
    const { ctx, credentials } = await openShop();
    const { email } = await invite(ctx);
    expect(await inviteMember(ctx, { email, name: "Otra", ...SELLER })).toMatchObject({ fields: [{ path: "email", code: "invitation_pending" }] });
    expect(await inviteMember(ctx, { email: credentials.email, name: "Yo", ...SELLER })).toMatchObject({ fields: [{ path: "email", code: "already_member" }] });
    expect(await inviteMember(ctx, { email: newEmail(), name: "X", ...SELLER, permissionSet: "boss" })).toMatchObject({ fields: [{ path: "permissionSet", code: "not_allowed" }] });
  });

  it("B2 another shop's invitation does not exist", async () => {
    const [a, b] = [await openShop(), await openShop()];
    const { id } = await invite(a.ctx);
    for (const result of [await getInvitation(b.ctx, id), await resendInvitation(b.ctx, id), await revokeInvitation(b.ctx, id)]) expect(result).toMatchObject({ code: "not_found" });
  });

  it("one Idempotency-Key is one invitation", async () => {
    const shop = await openShop();
    const email = newEmail();
    const ctx = shop.contextAt(new Date(), { key: "k1", route: "/invitations", hash: "h" });
    const [one, two] = [await inviteMember(ctx, { email, name: "J", ...SELLER }), await inviteMember(ctx, { email, name: "J", ...SELLER })];
    expect(one.ok).toBe(true);
    expect(two).toEqual(one);
  });
});

describe("rights", () => {
  it("D9 a lowered role holds from the next request", async () => {
    const { ctx, ctxOf } = await openShop();
    const admin = await ctxOf("ADMIN");
    expect((await changeMember(ctx, admin.member.id, { role: "STAFF", permissionSet: "viewer" })).ok).toBe(true);
    const now = openContext((await findMembership(admin.member.userId, ctx.tenant.id))!, ctx.request, new Date());
    expect([...now.permissions].sort()).toEqual(["product.read", "sale.read", "stock.read"]);
    const [entry] = await ctx.db.rows<{ detail: unknown }>(sql`SELECT detail FROM audit_entry WHERE action = 'member.change'`);
    expect(entry!.detail).toMatchObject({ before: { role: "ADMIN" }, after: { role: "STAFF", permissionSet: "viewer" } });
  });

  it("D11 ADMIN neither touches an owner nor changes their own role; nobody is made owner by a change", async () => {
    const { ctx, ctxOf } = await openShop();
    const admin = await ctxOf("ADMIN");
    expect(await changeMember(admin, ctx.member.id, { role: "STAFF", permissionSet: "viewer" })).toMatchObject({ code: "owner_protected" });
    expect(await deactivateMember(admin, ctx.member.id)).toMatchObject({ code: "owner_protected" });
    expect(await changeMember(admin, admin.member.id, { role: "STAFF", permissionSet: "viewer" })).toMatchObject({ code: "own_role" });
    expect(await handOverOwnership(admin, { id: admin.member.id, keep: true })).toMatchObject({ code: "forbidden" });
    expect(await changeMember(ctx, ctx.member.id, { role: "ADMIN" })).toMatchObject({ code: "own_role" });
  });

  it("A7 an own set, a changed ready-made one, and a set in use", async () => {
    const { ctx, ctxOf } = await openShop();
    const seller = await ctxOf("seller");
    const changed = { key: "seller", name: "Mostrador", permissions: ["sale.register", "product.read"] as const, thresholds: { maxDiscountPercent: "5", maxRefund: "0" } };
    expect((await savePermissionSet(ctx, changed)).ok).toBe(true);
    const now = openContext((await findMembership(seller.member.userId, ctx.tenant.id))!, ctx.request, new Date());
    expect([...now.permissions].sort()).toEqual(["product.read", "sale.register"]);
    expect(now.thresholds.maxDiscountPercent).toBe("5");
    const own = await savePermissionSet(ctx, { ...changed, key: null, name: "Fin de semana" });
    const key = own.ok ? own.value.key : "";
    expect(await savePermissionSet(ctx, { ...changed, key: null, name: "FIN DE SEMANA" })).toMatchObject({ fields: [{ path: "name", code: "set_taken" }] });
    await changeMember(ctx, seller.member.id, { permissionSet: key });
    expect(await deletePermissionSet(ctx, key)).toMatchObject({ code: "set_in_use" });
    // Of a ready-made one only the change goes.
    expect((await deletePermissionSet(ctx, "seller")).ok).toBe(true);
  });

  it("A7 another shop's set is nobody's here", async () => {
    const [a, b] = [await openShop(), await openShop()];
    const own = await savePermissionSet(a.ctx, { key: null, name: "Propio", permissions: ["sale.read"], thresholds: { maxDiscountPercent: "0", maxRefund: "0" } });
    expect(await inviteMember(b.ctx, { email: newEmail(), name: "X", ...SELLER, permissionSet: own.ok ? own.value.key : "" })).toMatchObject({ fields: [{ code: "not_allowed" }] });
    expect(await deletePermissionSet(b.ctx, own.ok ? own.value.key : "")).toMatchObject({ code: "not_found" });
  });

  it("L3 a secret handed to the trail by mistake is a defect, and nothing is written", async () => {
    const { ctx } = await openShop();
    const careless = ctx.transact(async (tx) => {
      await recordAudit(tx, ctx, { action: "member.create", entity: "member", entityId: null, detail: { after: { password: "x" } } });
      return { ok: true as const, value: null };
    });
    await expect(careless).rejects.toThrow(/secret/);
  });

  it("A3 an added person has no account before, and may sign in at once", async () => {
    const { ctx, credentials } = await openShop();
    const email = newEmail();
    expect((await createMember(ctx, { email, name: "Ana", password: PASSWORD, ...SELLER })).ok).toBe(true);
    expect((await signIn({ email, password: PASSWORD }, from(), null)).ok).toBe(true);
    expect(JSON.stringify(await ctx.db.rows(sql`SELECT detail FROM audit_entry`))).not.toContain(PASSWORD);
    expect(await createMember(ctx, { email: credentials.email, name: "Ana", password: PASSWORD, ...SELLER })).toMatchObject({ code: "email_taken" });
  });
});

describe("going", () => {
  it("D8 C24 E7 a deactivated member is refused at the next request, in browser and API", async () => {
    const { ctx } = await openShop();
    const email = newEmail();
    const created = await createMember(ctx, { email, name: "Ana", password: PASSWORD, ...SELLER });
    const id = created.ok ? created.value.id : "";
    const session = await signIn({ email, password: PASSWORD }, from(), null);
    const client = await signInClient({ email, password: PASSWORD }, from());
    if (!session.ok || !client.ok) throw new Error("not signed in");
    expect(await findSession(session.value.secret, new Date())).not.toBeNull();
    expect((await deactivateMember(ctx, id)).ok).toBe(true);
    expect(await findSession(session.value.secret, new Date())).toBeNull();
    expect(await refreshTokens(client.value.refresh_token, from())).toMatchObject({ code: "refresh_invalid" });
    expect(await findMembership(session.value.membership.userId, ctx.tenant.id)).toBeNull();
    expect((await reactivateMember(ctx, id)).ok).toBe(true);
    expect(await findSession(session.value.secret, new Date())).toBeNull();
    expect((await signIn({ email, password: PASSWORD }, from(), null)).ok).toBe(true);
  });

  it("A6 the last owner cannot leave; after a hand-over they can", async () => {
    const { ctx, ctxOf } = await openShop();
    const admin = await ctxOf("ADMIN");
    expect(await deactivateMember(ctx, ctx.member.id)).toMatchObject({ code: "last_owner" });
    expect((await handOverOwnership(ctx, { id: admin.member.id, keep: false })).ok).toBe(true);
    expect(await findMembership(ctx.member.userId, ctx.tenant.id)).toMatchObject({ role: "ADMIN" });
    expect(await findMembership(admin.member.userId, ctx.tenant.id)).toMatchObject({ role: "OWNER" });
    expect(await handOverOwnership(ctx, { id: admin.member.id, keep: true })).toMatchObject({ code: "forbidden" });
    expect((await deactivateMember(ctx, ctx.member.id)).ok).toBe(true);
  });

  it("D12 two owners remove each other at once: one stays", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { ctx, ctxOf } = await openShop();
      const second = await ctxOf("ADMIN");
      await handOverOwnership(ctx, { id: second.member.id, keep: true });
      const results = await Promise.all([deactivateMember(ctx, second.member.id), deactivateMember(second, ctx.member.id)]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      const owners = (await listMembers(ctx, { limit: 10 })).items.filter(({ role, active }) => role === "OWNER" && active);
      expect(owners).toHaveLength(1);
    }
  });

  it("B2 another shop's member does not exist", async () => {
    const [a, b] = [await openShop(), await openShop()];
    const seller = await b.ctxOf("seller");
    for (const result of [
      await changeMember(a.ctx, seller.member.id, { role: "ADMIN" }), await deactivateMember(a.ctx, seller.member.id),
      await reactivateMember(a.ctx, seller.member.id), await handOverOwnership(a.ctx, { id: seller.member.id, keep: true }),
    ]) expect(result).toMatchObject({ code: "not_found" });
  });
});
