/** Text as it is compared in a search: without accents, in lower case, spaces single. "Caño  PVC" → "cano pvc". */
export function foldText(text: string): string {
  const plain = /[^\0-\x7f]/.test(text) ? text.normalize("NFD").replace(/\p{M}/gu, "") : text;
  const lower = plain.toLowerCase();
  // Most names of a catalogue are as they should be, and it is folded whole at each start of the till.
  return /^\s|\s$|\s\s|[^\S ]/.test(lower) ? lower.replace(/\s+/g, " ").trim() : lower;
}
