"use server";

import { defineAction } from "@/modules/tenancy/define-action.ts";
import { supplierAnswer } from "./answers.ts";
import { removeSupplierProduct } from "./commands/remove-supplier-product.ts";
import { saveRateForm } from "./commands/save-rate.ts";
import { saveSupplier } from "./commands/save-supplier.ts";
import { saveSupplierForm } from "./commands/save-supplier-form.ts";
import { saveSupplierLine } from "./commands/save-supplier-line.ts";
import { rateForm, supplierForm, supplierLineForm, supplierStateSchema, unlinkSchema } from "./schema.ts";

export const saveSupplierAction = defineAction({ permission: "supplier.write", schema: supplierForm, answer: supplierAnswer, run: saveSupplierForm });

export const supplierStateAction = defineAction({ permission: "supplier.write", schema: supplierStateSchema, run: (ctx, { id, isActive }) => saveSupplier(ctx, id, { isActive }) });

export const saveSupplierLineAction = defineAction({ permission: "supplier.write", schema: supplierLineForm, run: saveSupplierLine });

export const removeSupplierProductAction = defineAction({ permission: "supplier.write", schema: unlinkSchema, run: removeSupplierProduct });

export const saveRateAction = defineAction({ permission: "supplier.write", schema: rateForm, run: saveRateForm });
