"use server";

import { defineAction } from "@/modules/tenancy/define-action.ts";
import { madeAnswer, simulationAnswer } from "./answers.ts";
import { cancelPriceRun } from "./commands/cancel-price-run.ts";
import { openPriceRun } from "./commands/open-price-run.ts";
import { openUndo } from "./commands/open-undo.ts";
import { savePriceList } from "./commands/save-price-list.ts";
import { simulatePrices } from "./queries/simulate-prices.ts";
import { touchesMethods } from "./rules/touches-methods.ts";
import { priceListForm, priceRunSchema, runIdSchema, simulationSchema, undoForm } from "./schema.ts";

export const savePriceListAction = defineAction({
  permission: "price.change",
  schema: priceListForm,
  proof: touchesMethods,
  answer: madeAnswer,
  run: (ctx, { id, isNew, ...change }) => savePriceList(ctx, isNew ? null : id, change, id),
});

export const simulatePricesAction = defineAction({ permission: "price.change", schema: simulationSchema, answer: simulationAnswer, run: simulatePrices });

export const openPriceRunAction = defineAction({ permission: "price.change", schema: priceRunSchema, answer: madeAnswer, run: openPriceRun });

export const cancelPriceRunAction = defineAction({ permission: "price.change", schema: runIdSchema, run: (ctx, { id }) => cancelPriceRun(ctx, id) });

export const undoPriceRunAction = defineAction({ permission: "price.change", schema: undoForm, run: (ctx, { runId, ...input }) => openUndo(ctx, runId, input) });
