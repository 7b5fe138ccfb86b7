/** Text for comparing: no accents, no case, no punctuation; "+" and "%" become words, since "precio + IVA" is not "precio IVA". */
export function foldText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("+", " mas ")
    .replaceAll("%", " porc ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
