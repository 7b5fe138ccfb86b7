"use server";

import { defineAction } from "@/modules/tenancy/define-action.ts";
import { barcodeAnswer, changedAnswer, componentsAnswer, deletedAnswer, familyAnswer, loadedAnswer, movedAnswer, placedAnswer, productAnswer, removedSampleAnswer, rivalAnswer } from "./answers.ts";
import { accept } from "@/kernel/refusal.ts";
import { addVariants } from "./commands/add-variants.ts";
import { changeProducts } from "./commands/change-products.ts";
import { createFamily } from "./commands/create-family.ts";
import { deleteCategory } from "./commands/delete-category.ts";
import { deleteProduct } from "./commands/delete-product.ts";
import { makeBarcode } from "./commands/make-barcode.ts";
import { loadSample } from "./commands/load-sample.ts";
import { removeSample } from "./commands/remove-sample.ts";
import { saveCustomFields } from "./commands/save-custom-fields.ts";
import { saveCategory } from "./commands/save-category.ts";
import { saveKit } from "./commands/save-kit.ts";
import { saveProductForm } from "./commands/save-product-form.ts";
import { updateProduct } from "./commands/update-product.ts";
import { findComponents } from "./queries/find-components.ts";
import { findRival } from "./queries/find-rival.ts";
import { addVariantsForm, changeProductsSchema, createFamilySchema, customFieldsSchema, deleteCategorySchema, emptySchema, findComponentSchema, kitForm, placeVariantForm, productForm, productIdSchema, sampleSchema, saveCategoryForm } from "./schema.ts";

export const saveProductAction = defineAction({ permission: "product.write", schema: productForm, answer: productAnswer, run: saveProductForm });

export const changeProductsAction = defineAction({ permission: "product.write", schema: changeProductsSchema, answer: changedAnswer, run: changeProducts });

export const deleteProductAction = defineAction({ permission: "product.write", schema: productIdSchema, answer: deletedAnswer, run: (ctx, { id }) => deleteProduct(ctx, id) });

export const findRivalAction = defineAction({ permission: "product.write", schema: productIdSchema, answer: rivalAnswer, run: async (ctx, { id }) => accept(await findRival(ctx, id)) });

export const loadSampleAction = defineAction({ permission: "product.write", schema: sampleSchema, answer: loadedAnswer, run: loadSample });

export const removeSampleAction = defineAction({ permission: "product.write", schema: emptySchema, answer: removedSampleAnswer, run: (ctx) => removeSample(ctx) });

export const saveCategoryAction = defineAction({ permission: "category.write", schema: saveCategoryForm, run: (ctx, { id, ...change }) => saveCategory(ctx, id, change) });

export const deleteCategoryAction = defineAction({ permission: "category.write", schema: deleteCategorySchema, answer: movedAnswer, run: (ctx, { id, moveTo }) => deleteCategory(ctx, id, moveTo) });

export const makeBarcodeAction = defineAction({ permission: "product.write", schema: emptySchema, answer: barcodeAnswer, run: (ctx) => makeBarcode(ctx) });

export const createFamilyAction = defineAction({ permission: "product.write", schema: createFamilySchema, answer: familyAnswer, run: createFamily });

export const addVariantsAction = defineAction({ permission: "product.write", schema: addVariantsForm, answer: familyAnswer, run: (ctx, { id, variants }) => addVariants(ctx, id, variants) });

export const placeVariantAction = defineAction({ permission: "product.write", schema: placeVariantForm, answer: placedAnswer, run: (ctx, { id, variant }) => updateProduct(ctx, id, { variant }) });

export const saveKitAction = defineAction({ permission: "product.write", schema: kitForm, run: (ctx, { id, ...kit }) => saveKit(ctx, id, kit) });

export const findComponentsAction = defineAction({ permission: "product.write", schema: findComponentSchema, answer: componentsAnswer, run: async (ctx, { q }) => accept(await findComponents(ctx, q)) });

export const saveCustomFieldsAction = defineAction({ permission: "settings.write", schema: customFieldsSchema, run: (ctx, { fields }) => saveCustomFields(ctx, fields) });
