import { expect, it } from "vitest";
import { listHref, readListAddress } from "./list-address.ts";

const category = "0192f0c1-0000-7000-8000-000000000001";

it("writes what it reads, and nothing that goes without saying", () => {
  const search = { q: "caño 1/2\"", view: "no_price", category, supplier: category, brand: "Bahco & Cía", only: "tag:oferta", sort: "-price", cursor: "abc" };
  const address = readListAddress(search);
  expect(Object.fromEntries(new URL(`http://x${listHref(address, { cursor: address.cursor })}`).searchParams)).toEqual(search);
  expect(listHref(readListAddress({}))).toBe("/products");
});

it("leaves out what it does not understand", () => {
  expect(readListAddress({ q: ["a", "b"], view: "all'--", category: "1", sort: "x", cursor: "%00" })).toEqual({ q: "a", view: "all", categoryId: null, brand: null, supplierId: null, only: null, sort: "name", cursor: null });
});

it("begins at the first page when anything changes", () => {
  expect(listHref(readListAddress({ cursor: "abc", q: "codo" }), { view: "archived" })).toBe("/products?q=codo&view=archived");
});
