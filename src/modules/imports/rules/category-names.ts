import { foldText } from "./fold-text.ts";

/** One spelling per category: "PLOMERIA" in a list is the shop's "Plomería", and of two new spellings the first one stays. */
export class CategoryNames {
  readonly #byFold = new Map<string, string>();

  constructor(known: Iterable<string>) {
    for (const name of known) this.spell(name);
  }

  spell(name: string): string {
    const fold = foldText(name) || name;
    const known = this.#byFold.get(fold);
    if (known === undefined) this.#byFold.set(fold, name);
    return known ?? name;
  }
}
