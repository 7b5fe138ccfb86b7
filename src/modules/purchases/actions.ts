"use server";

import { accept } from "@/kernel/refusal.ts";
import { defineAction } from "@/modules/tenancy/define-action.ts";
import { billAnswer, foundGoodsAnswer, paidAnswer, suggestedGoodsAnswer } from "./answers.ts";
import { cancelPayment } from "./commands/cancel-payment.ts";
import { cancelPurchase } from "./commands/cancel-purchase.ts";
import { paySupplier } from "./commands/pay-supplier.ts";
import { registerPurchase } from "./commands/register-purchase.ts";
import { findBillGoods, suggestBillGoods } from "./queries/find-bill-goods.ts";
import { cancelForm, findGoodsSchema, paymentForm, registerPurchaseSchema, suggestGoodsSchema } from "./schema.ts";

export const registerPurchaseAction = defineAction({ permission: "purchase.write", schema: registerPurchaseSchema, answer: billAnswer, run: registerPurchase });

export const cancelPurchaseAction = defineAction({ permission: "purchase.write", schema: cancelForm, run: (ctx, { id, reason }) => cancelPurchase(ctx, id, { reason }) });

export const paySupplierAction = defineAction({ permission: "purchase.pay", schema: paymentForm, answer: paidAnswer, run: (ctx, { supplierId, ...payment }) => paySupplier(ctx, supplierId, payment) });

export const cancelPaymentAction = defineAction({ permission: "purchase.pay", schema: cancelForm, run: (ctx, { id, reason }) => cancelPayment(ctx, id, { reason }) });

export const findGoodsAction = defineAction({ permission: "purchase.write", schema: findGoodsSchema, answer: foundGoodsAnswer, run: async (ctx, { supplierId, codes }) => accept(await findBillGoods(ctx, supplierId, codes)) });

export const suggestGoodsAction = defineAction({ permission: "purchase.write", schema: suggestGoodsSchema, answer: suggestedGoodsAnswer, run: async (ctx, { supplierId, q }) => accept(await suggestBillGoods(ctx, supplierId, q)) });
