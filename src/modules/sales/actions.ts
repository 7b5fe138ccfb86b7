"use server";

import { accept, refuse } from "@/kernel/refusal.ts";
import { defineAction } from "@/modules/tenancy/define-action.ts";
import { customerPaymentForm } from "@/modules/customers/schema.ts";
import { collectedAnswer, countedAnswer, linkAnswer, printedAnswer, registerAnswer, returnedAnswer, tillAnswer } from "./answers.ts";
import { cancelSale } from "./commands/cancel-sale.ts";
import { closeShift, countShift } from "./commands/close-shift.ts";
import { collectPayment } from "./commands/collect-payment.ts";
import { makeReceiptLink, revokeReceiptLink } from "./commands/make-receipt-link.ts";
import { moveCash } from "./commands/move-cash.ts";
import { openShift } from "./commands/open-shift.ts";
import { recordPrint } from "./commands/record-print.ts";
import { returnSale } from "./commands/return-sale.ts";
import { saveRegister } from "./commands/save-register.ts";
import { getShift } from "./queries/shift-view.ts";
import { cancelSaleForm, closeShiftForm, countShiftForm, moveCashForm, openShiftSchema, receiptLinkForm, recordPrintForm, registerForm, returnSaleForm, saleIdSchema, shiftIdSchema } from "./schema.ts";

export const returnSaleAction = defineAction({ permission: "sale.return", schema: returnSaleForm, answer: returnedAnswer, run: (ctx, { saleId, ...input }) => returnSale(ctx, saleId, input) });

export const cancelSaleAction = defineAction({ permission: "sale.cancel", schema: cancelSaleForm, run: (ctx, { saleId, ...input }) => cancelSale(ctx, saleId, input) });

export const recordPrintAction = defineAction({ permission: "sale.read", schema: recordPrintForm, answer: printedAnswer, run: (ctx, { saleId, ...input }) => recordPrint(ctx, saleId, input) });

export const makeReceiptLinkAction = defineAction({ permission: "sale.register", schema: receiptLinkForm, answer: linkAnswer, run: (ctx, { saleId, days }) => makeReceiptLink(ctx, saleId, { days }) });

export const revokeReceiptLinkAction = defineAction({ permission: "sale.register", schema: saleIdSchema, run: (ctx, { saleId }) => revokeReceiptLink(ctx, saleId) });

export const openShiftAction = defineAction({ permission: "shift.write", schema: openShiftSchema, answer: tillAnswer, run: openShift });

export const moveCashAction = defineAction({ permission: "shift.write", schema: moveCashForm, answer: tillAnswer, run: (ctx, { shiftId, ...input }) => moveCash(ctx, shiftId, input) });

export const countShiftAction = defineAction({ permission: "shift.write", schema: countShiftForm, answer: countedAnswer, run: (ctx, { shiftId, counted }) => countShift(ctx, shiftId, counted) });

export const closeShiftAction = defineAction({ permission: "shift.write", schema: closeShiftForm, answer: tillAnswer, run: (ctx, { shiftId, ...input }) => closeShift(ctx, shiftId, input) });

export const saveRegisterAction = defineAction({
  permission: "register.write", schema: registerForm, answer: registerAnswer, run: (ctx, { id, version, ...change }) => saveRegister(ctx, version === null ? null : id, version === null ? change : { ...change, version }, id),
});

export const getShiftAction = defineAction({
  permission: "shift.read",
  schema: shiftIdSchema,
  answer: tillAnswer,
  run: async (ctx, { id }) => {
    const shift = await getShift(ctx.db, id, ctx.permissions.has("shift.expected"));
    return shift ? accept(shift) : refuse("not_found");
  },
});

export const collectPaymentAction = defineAction({ permission: "customer.pay", schema: customerPaymentForm, answer: collectedAnswer, run: (ctx, { customerId, ...input }) => collectPayment(ctx, customerId, input) });
