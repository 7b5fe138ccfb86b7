/** Text as it is compared in a search: without accents, in lower case, spaces single. "Caño  PVC" → "cano pvc". */
export function foldText(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}
