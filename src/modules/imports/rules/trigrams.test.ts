import { expect, it } from "vitest";
import { likeness, measuresConflict, measuresOf, trigramsOf } from "./trigrams.ts";

const alike = (a: string, b: string): number => Math.round(likeness(trigramsOf(a), trigramsOf(b)) * 100);

it("cuts words as pg_trgm does: two blanks before, one behind", () => {
  expect([...trigramsOf("Té")]).toEqual(["  t", " te", "te "]);
});

it("counts what two names have in common, whatever the order, the case and the accents", () => {
  expect(alike("Caño PVC", "pvc cano")).toBe(100);
  expect(alike("Caño PVC", "Zapatilla")).toBe(0);
  expect(alike("", "Caño")).toBe(0);
  // Contained in a longer name: doubtful at best.
  expect(alike("Pinza universal 8\"", "Pinza universal 8\" mango aislado Bahco")).toBe(80);
});

it.each([
  ["Bulón 1/2\" x 2", ["1/2", "2"]], ["Pintura 4 l", ["4000"]], ["Pintura 4000 cc", ["4000"]], ["Aceite 0,9 lts", ["900"]], ["Yerba 500g", ["500"]], ["Arroz 1 kg", ["1000"]],
  ["Caja x100u", ["100"]], ["Lija 120", ["120"]], ["Tubo 12 lija", ["12"]], ["Clavos", []],
])("finds the measures in %s", (name, expected) => {
  expect([...measuresOf(name)]).toEqual(expected);
});

it("lets measures contradict only where each name has one that the other lacks", () => {
  const conflict = (a: string, b: string): boolean => measuresConflict(measuresOf(a), measuresOf(b));
  expect(conflict("Bulón 1/2", "Bulón 3/4")).toBe(true);
  expect(conflict("Caño 110", "Caño 110 x 4 m")).toBe(false);
  expect(conflict("Pintura 4 l", "Pintura 4000 cm3")).toBe(false);
});
