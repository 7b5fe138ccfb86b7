/** Without what reads as something else. 28 of them: eight are 38 bits, which nobody guesses at a counter. */
const LETTERS = "2346789ABCDEFGHJKMNPQRTVWXYZ";

/** A new code of a store credit, "7K3M-9QXA". */
export function newCreditCode(): string {
  const letters = Array.from({ length: 8 }, () => LETTERS[randomBelow(LETTERS.length)]).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** As somebody types it: case, spaces and dashes do not matter. */
export function readCreditCode(text: string): string {
  const letters = text.toUpperCase().replace(/[^0-9A-Z]/g, "");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

function randomBelow(most: number): number {
  const limit = 256 - (256 % most);
  const [byte] = crypto.getRandomValues(new Uint8Array(1));
  return byte! < limit ? byte! % most : randomBelow(most);
}
