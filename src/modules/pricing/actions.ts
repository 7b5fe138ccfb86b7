"use server";

import { defineAction } from "@/modules/tenancy/define-action.ts";
import { savePriceList } from "./commands/save-price-list.ts";
import { priceListForm } from "./schema.ts";

export const savePriceListAction = defineAction({ permission: "price.change", schema: priceListForm, run: (ctx, { id, isNew, ...change }) => savePriceList(ctx, isNew ? null : id, change, id) });
