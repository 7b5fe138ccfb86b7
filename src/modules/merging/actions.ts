"use server";

import { defineAction } from "@/modules/tenancy/define-action.ts";
import { mergedAnswer } from "./answers.ts";
import { mergeProducts } from "./commands/merge-products.ts";
import { tellApart } from "./commands/tell-apart.ts";
import { undoMerge } from "./commands/undo-merge.ts";
import { distinctSchema, mergeIdSchema, mergeSchema } from "./schema.ts";

export const mergeProductsAction = defineAction({ permission: "product.write", schema: mergeSchema, answer: mergedAnswer, run: mergeProducts });

export const undoMergeAction = defineAction({ permission: "product.write", schema: mergeIdSchema, run: (ctx, { id }) => undoMerge(ctx, id) });

export const tellApartAction = defineAction({ permission: "product.write", schema: distinctSchema, run: tellApart });
