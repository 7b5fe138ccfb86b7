/** Whether PostgreSQL gives a text back as it took it: it has no NUL, and half of a surrogate pair would come back as another character. */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}
