"use server";

import { accept } from "@/kernel/refusal.ts";
import { definePublicAction } from "@/modules/identity/define-public-action.ts";
import { defineAction } from "@/modules/tenancy/define-action.ts";
import { linkAnswer, orderAnswer, receivedAnswer, suggestedLinesAnswer } from "./answers.ts";
import { answerPurchaseOrder } from "./commands/answer-purchase-order.ts";
import { duplicatePurchaseOrder } from "./commands/duplicate-purchase-order.ts";
import { cancelPurchaseOrder, closePurchaseOrder } from "./commands/end-purchase-order.ts";
import { makeOrderLink, revokeOrderLink } from "./commands/make-order-link.ts";
import { receivePurchaseOrder } from "./commands/receive-purchase-order.ts";
import { changePurchaseOrder, createPurchaseOrder } from "./commands/save-purchase-order.ts";
import { sendPurchaseOrder } from "./commands/send-purchase-order.ts";
import { suggestOrderGoods } from "./queries/suggest-order-goods.ts";
import { answerForm, endPurchaseOrderForm, linkForm, purchaseOrderForm, purchaseOrderIdForm, receivePurchaseOrderForm, suggestSchema } from "./schema.ts";

export const savePurchaseOrderAction = defineAction({
  permission: "purchase.write",
  schema: purchaseOrderForm,
  answer: orderAnswer,
  run: (ctx, { id, isNew, ...content }) => (isNew ? createPurchaseOrder(ctx, { id, ...content }) : changePurchaseOrder(ctx, id, content)),
});

export const sendPurchaseOrderAction = defineAction({ permission: "purchase.write", schema: purchaseOrderIdForm, run: (ctx, { id }) => sendPurchaseOrder(ctx, id) });

export const duplicatePurchaseOrderAction = defineAction({ permission: "purchase.write", schema: purchaseOrderIdForm, answer: orderAnswer, run: (ctx, { id }) => duplicatePurchaseOrder(ctx, id) });

export const closePurchaseOrderAction = defineAction({ permission: "purchase.write", schema: endPurchaseOrderForm, run: (ctx, { id, reason }) => closePurchaseOrder(ctx, id, { reason }) });

export const cancelPurchaseOrderAction = defineAction({ permission: "purchase.write", schema: endPurchaseOrderForm, run: (ctx, { id, reason }) => cancelPurchaseOrder(ctx, id, { reason }) });

export const receivePurchaseOrderAction = defineAction({
  permission: "purchase.write",
  schema: receivePurchaseOrderForm,
  answer: receivedAnswer,
  run: (ctx, { purchaseOrderId, ...input }) => receivePurchaseOrder(ctx, purchaseOrderId, input),
});

export const makeOrderLinkAction = defineAction({ permission: "purchase.write", schema: linkForm, answer: linkAnswer, run: (ctx, { id, days }) => makeOrderLink(ctx, id, { days }) });

export const revokeOrderLinkAction = defineAction({ permission: "purchase.write", schema: purchaseOrderIdForm, run: (ctx, { id }) => revokeOrderLink(ctx, id) });

export const suggestOrderGoodsAction = defineAction({ permission: "purchase.write", schema: suggestSchema, answer: suggestedLinesAnswer, run: async (ctx, input) => accept(await suggestOrderGoods(ctx, input)) });

/** The supplier's, behind the link: without an account. */
export const answerOrderAction = definePublicAction({
  schema: answerForm,
  keep: ["note"],
  words: { "note.required": "ordering.public.noteMissing" },
  run: async (form, visitor) => {
    const answered = await answerPurchaseOrder(form, visitor);
    return answered.ok ? accept(`/order/${form.token}?done=${form.kind}`) : answered;
  },
});
