import { postMail } from "@/modules/identity/postings/post-mail.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import { invitationSecret } from "../queries/invitation-view.ts";

/** Sends an invitation's link to its address, in the language of the shop: that of the person is not known. */
export async function mailInvitation(tx: ControlTx, ctx: Context, { id, round, email, name }: { id: string; round: number; email: string; name: string }): Promise<void> {
  const { locale } = await getShop(ctx);
  const words = { name, shop: ctx.tenant.name, by: ctx.member.name };
  await postMail(tx, { to: email, locale, template: "invitation", words, link: { path: "/invite", secret: invitationSecret(id, round) } }, ctx.now);
}
