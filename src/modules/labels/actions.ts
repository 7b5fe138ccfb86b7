"use server";

import { defineAction } from "@/modules/tenancy/define-action.ts";
import { batchAnswer, previewAnswer, printedAnswer } from "./answers.ts";
import { markPrinted } from "./commands/mark-printed.ts";
import { openBatch } from "./commands/open-batch.ts";
import { saveCalibration } from "./commands/save-calibration.ts";
import { previewLabel } from "./queries/preview-label.ts";
import { batchIdSchema, calibrationForm, openBatchSchema, previewSchema } from "./schema.ts";

export const openBatchAction = defineAction({ permission: "label.print", schema: openBatchSchema, answer: batchAnswer, run: openBatch });

export const markPrintedAction = defineAction({ permission: "label.print", schema: batchIdSchema, answer: printedAnswer, run: (ctx, { id }) => markPrinted(ctx, id) });

export const saveCalibrationAction = defineAction({ permission: "label.print", schema: calibrationForm, run: saveCalibration });

export const previewLabelAction = defineAction({ permission: "label.print", schema: previewSchema, answer: previewAnswer, run: previewLabel });
