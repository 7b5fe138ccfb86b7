import { refuse, type Refusal, type RefusalCode } from "@/kernel/refusal.ts";

/** Carries "this file cannot be taken" out of a reader's depths; `readSpreadsheet` turns it into a refusal. */
export class FileProblem extends Error {
  readonly code: RefusalCode;
  readonly params: Refusal["params"];

  constructor(code: RefusalCode, params?: Refusal["params"]) {
    super(code);
    this.name = "FileProblem";
    this.code = code;
    this.params = params;
  }

  toRefusal(): Refusal {
    return refuse(this.code, { params: this.params });
  }
}
