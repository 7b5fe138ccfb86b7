"use server";

import { defineAction } from "@/modules/tenancy/define-action.ts";
import { locationAnswer, numberedAnswer, openedAnswer, stockLinesAnswer } from "./answers.ts";
import { adjustStock } from "./commands/adjust-stock.ts";
import { cancelCount, reopenCount, reviewCount } from "./commands/move-count.ts";
import { openCount } from "./commands/open-count.ts";
import { postCount } from "./commands/post-count.ts";
import { recordCount } from "./commands/record-count.ts";
import { requestTransfer } from "./commands/request-transfer.ts";
import { saveLimits } from "./commands/save-limits.ts";
import { saveLocation } from "./commands/save-location.ts";
import { stepTransfer } from "./commands/step-transfer.ts";
import { findStockLines } from "./queries/find-stock-lines.ts";
import {
  adjustStockSchema, countIdSchema, findStockLinesSchema, limitsForm, locationForm, openCountSchema, postCountForm, recordCountForm, requestTransferSchema, transferStepForm,
} from "./schema.ts";

export const findStockLinesAction = defineAction({ permission: "stock.read", schema: findStockLinesSchema, answer: stockLinesAnswer, run: findStockLines });

export const adjustStockAction = defineAction({ permission: "stock.adjust", schema: adjustStockSchema, answer: numberedAnswer, run: adjustStock });

export const saveLocationAction = defineAction({
  permission: "location.write", schema: locationForm, answer: locationAnswer, run: (ctx, { id, version, ...change }) => saveLocation(ctx, version === null ? null : id, version === null ? change : { ...change, version }, id),
});

export const saveLimitsAction = defineAction({ permission: "location.write", schema: limitsForm, run: (ctx, { locationId, items }) => saveLimits(ctx, locationId, { items }) });

export const requestTransferAction = defineAction({ permission: "stock.transfer", schema: requestTransferSchema, answer: numberedAnswer, run: requestTransfer });

export const stepTransferAction = defineAction({ permission: "stock.transfer", schema: transferStepForm, run: stepTransfer });

export const openCountAction = defineAction({ permission: "stock.count", schema: openCountSchema, answer: openedAnswer, run: openCount });

export const recordCountAction = defineAction({ permission: "stock.count", schema: recordCountForm, run: (ctx, { id, lines }) => recordCount(ctx, id, { lines }) });

export const reviewCountAction = defineAction({ permission: "stock.count", schema: countIdSchema, run: (ctx, { id }) => reviewCount(ctx, id) });

export const cancelCountAction = defineAction({ permission: "stock.count", schema: countIdSchema, run: (ctx, { id }) => cancelCount(ctx, id) });

export const reopenCountAction = defineAction({ permission: "stock.approve", schema: countIdSchema, run: (ctx, { id }) => reopenCount(ctx, id) });

export const postCountAction = defineAction({ permission: "stock.count", schema: postCountForm, run: (ctx, { id, choices }) => postCount(ctx, id, { choices }) });
