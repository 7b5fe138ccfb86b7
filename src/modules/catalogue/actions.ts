"use server";

import { defineAction } from "@/modules/tenancy/define-action.ts";
import { enterProduct } from "./commands/enter-product.ts";
import { productForm } from "./schema.ts";

export const enterProductAction = defineAction({ permission: "product.write", schema: productForm, run: enterProduct });
