/** Letters, digits and pictures only, without accents or case: "Ferretería Ñandú" → "ferreterianandu". */
export function foldWords(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{So}]/gu, "");
}
