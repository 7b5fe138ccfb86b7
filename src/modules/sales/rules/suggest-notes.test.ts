import { describe, expect, it } from "vitest";
import { suggestNotes } from "./suggest-notes.ts";

describe("suggestNotes", () => {
  it.each([
    ["104202.50", "ARS", ["104202.50", "105000.00", "106000.00", "110000.00", "120000.00"]],
    ["4000", "ARS", ["4000.00", "5000.00", "10000.00", "20000.00"]],
    ["37.90", "BRL", ["37.90", "40.00", "50.00", "100.00", "200.00"]],
    ["3", "XXX", ["3.00", "5.00", "10.00", "20.00", "50.00", "100.00"]],
    ["0", "ARS", ["0.00"]],
  ])("%s %s", (total, currency, notes) => {
    expect(suggestNotes(total, currency)).toEqual(notes);
  });
});
