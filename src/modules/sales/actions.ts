"use server";

import { defineAction } from "@/modules/tenancy/define-action.ts";
import { cancelSale } from "./commands/cancel-sale.ts";
import { returnSale } from "./commands/return-sale.ts";
import { cancelSaleForm, returnSaleForm } from "./schema.ts";

export const returnSaleAction = defineAction({ permission: "sale.return", schema: returnSaleForm, run: (ctx, { saleId, ...input }) => returnSale(ctx, saleId, input) });

export const cancelSaleAction = defineAction({ permission: "sale.cancel", schema: cancelSaleForm, run: (ctx, { saleId, reason }) => cancelSale(ctx, saleId, { reason }) });
