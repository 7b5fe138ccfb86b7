"use server";

import { accept } from "@/kernel/refusal.ts";
import { defineAction } from "@/modules/tenancy/define-action.ts";
import { billAnswer, documentAnswer, foundGoodsAnswer, paidAnswer, suggestedGoodsAnswer } from "./answers.ts";
import { cancelCreditNote } from "./commands/cancel-credit-note.ts";
import { cancelPayment } from "./commands/cancel-payment.ts";
import { cancelPurchase } from "./commands/cancel-purchase.ts";
import { cancelReceipt } from "./commands/cancel-receipt.ts";
import { cancelReturn } from "./commands/cancel-return.ts";
import { decideDifference } from "./commands/decide-difference.ts";
import { paySupplier } from "./commands/pay-supplier.ts";
import { registerCreditNote } from "./commands/register-credit-note.ts";
import { registerPurchase } from "./commands/register-purchase.ts";
import { registerReceipt } from "./commands/register-receipt.ts";
import { registerReturn } from "./commands/register-return.ts";
import { findBillGoods, suggestBillGoods } from "./queries/find-bill-goods.ts";
import { cancelForm, decideForm, findGoodsSchema, paymentForm, registerCreditNoteSchema, registerPurchaseSchema, registerReceiptSchema, registerReturnSchema, suggestGoodsSchema } from "./schema.ts";

export const registerPurchaseAction = defineAction({ permission: "purchase.write", schema: registerPurchaseSchema, answer: billAnswer, run: registerPurchase });

export const cancelPurchaseAction = defineAction({ permission: "purchase.write", schema: cancelForm, run: (ctx, { id, reason }) => cancelPurchase(ctx, id, { reason }) });

export const paySupplierAction = defineAction({ permission: "purchase.pay", schema: paymentForm, answer: paidAnswer, run: (ctx, { supplierId, ...payment }) => paySupplier(ctx, supplierId, payment) });

export const cancelPaymentAction = defineAction({ permission: "purchase.pay", schema: cancelForm, run: (ctx, { id, reason }) => cancelPayment(ctx, id, { reason }) });

export const findGoodsAction = defineAction({ permission: "purchase.write", schema: findGoodsSchema, answer: foundGoodsAnswer, run: async (ctx, { supplierId, codes }) => accept(await findBillGoods(ctx, supplierId, codes)) });

export const suggestGoodsAction = defineAction({ permission: "purchase.write", schema: suggestGoodsSchema, answer: suggestedGoodsAnswer, run: async (ctx, { supplierId, q }) => accept(await suggestBillGoods(ctx, supplierId, q)) });

export const registerReceiptAction = defineAction({ permission: "purchase.write", schema: registerReceiptSchema, answer: documentAnswer, run: registerReceipt });

export const cancelReceiptAction = defineAction({ permission: "purchase.write", schema: cancelForm, run: (ctx, { id, reason }) => cancelReceipt(ctx, id, { reason }) });

export const decideDifferenceAction = defineAction({ permission: "purchase.write", schema: decideForm, run: (ctx, { id, ...decided }) => decideDifference(ctx, id, decided) });

export const registerReturnAction = defineAction({ permission: "purchase.write", schema: registerReturnSchema, answer: documentAnswer, run: registerReturn });

export const cancelReturnAction = defineAction({ permission: "purchase.write", schema: cancelForm, run: (ctx, { id, reason }) => cancelReturn(ctx, id, { reason }) });

export const registerCreditNoteAction = defineAction({ permission: "purchase.write", schema: registerCreditNoteSchema, answer: documentAnswer, run: registerCreditNote });

export const cancelCreditNoteAction = defineAction({ permission: "purchase.write", schema: cancelForm, run: (ctx, { id, reason }) => cancelCreditNote(ctx, id, { reason }) });
