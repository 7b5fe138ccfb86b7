import { foldText } from "../rules/fold-text.ts";

export interface MarkedWord {
  text: string;
  /** The other name does not have it. */
  differs: boolean;
}

/** The words of a name, with those that the other name lacks: what to look at when two names are compared. */
export function wordMarks(name: string, other: string): MarkedWord[] {
  const others = new Set(foldText(other).split(" "));
  return name.split(/\s+/).map((text) => ({ text, differs: foldText(text).split(" ").some((word) => word !== "" && !others.has(word)) }));
}
