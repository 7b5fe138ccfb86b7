import { expect, it } from "vitest";
import { foldText } from "./fold-text.ts";

it.each([["Cód. de Barras", "cod de barras"], ["Precio + IVA", "precio mas iva"], ["% IVA", "porc iva"], ["  ", ""]])("%j folds to %j", (text, folded) => expect(foldText(text)).toBe(folded));
