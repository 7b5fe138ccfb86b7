import { expect, it } from "vitest";
import { fieldsOfLabel, isPlainPrice, taxOfLabel } from "./header-words.ts";

const best = (label: string) => [...fieldsOfLabel(label)].sort((a, b) => b[1] - a[1])[0]?.[0];

it.each([
  ["Art.", "sku"], ["CÓD.", "sku"], ["Código", "sku"], ["Cod. Barra", "barcode"], ["E.A.N.", "barcode"], ["Código de Barras", "barcode"], ["DESCRIPCION", "name"], ["Detalle", "name"], ["Producto", "name"], ["P.Lista", "salePrice"],
  ["Precio c/IVA", "salePrice"], ["P. Venta", "salePrice"], ["PRECIO LISTA MARZO 2026", "salePrice"], ["P.Costo", "costPrice"], ["Costo unitario $", "costPrice"], ["Rubro", "category"], ["Categoría", "category"], ["Marca", "brand"],
  ["% IVA", "taxRate"], ["Alícuota", "taxRate"], ["U.M.", "unit"], ["Existencias", "stock"], ["Cant.", "stock"], ["Stock mínimo", "minStock"], ["Cód. Proveedor", "supplierCode"], ["Proveedor", "ignored"], ["Cantidad por bulto", "ignored"],
  ["Descrição", "name"], ["Preço de venda", "salePrice"], ["Qty on hand", "stock"], ["Foo bar", undefined], ["", undefined],
])("%s means %s", (label, field) => expect(best(label)).toBe(field));

it.each([["Precio c/IVA", true], ["Precio con IVA incluido", true], ["PVP", true], ["Precio final", true], ["Precio + IVA", false], ["P. s/iva", false], ["Neto", false], ["Precio", null], ["P. Lista", null]])("%s: VAT inside %s", (label, told) =>
  expect(taxOfLabel(label)).toBe(told),
);

it.each([["Precio", true], ["P.Lista", true], ["Precio venta", false], ["Costo", false], ["PVP", false]])("%s is a plain price: %s", (label, plain) => expect(isPlainPrice(label)).toBe(plain));
