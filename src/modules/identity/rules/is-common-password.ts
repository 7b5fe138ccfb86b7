import { COMMON_WORDS } from "./common-words.ts";
import { foldWords } from "./fold-words.ts";

const LEET: Readonly<Record<string, string>> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", $: "s", "!": "i" };
const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "azertyuiop", "qsdfghjklm", "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "abcdefghijklmnopqrstuvwxyz"];
const WALKS = ROWS.flatMap((row) => [row + row, [...row + row].reverse().join("")]);
const LONGEST_WORD = 16;

// What a guesser must still find out, counted in characters: four common words are a passphrase, three with a year are not.
const COST = { letter: 1, digit: 0.25, known: 1.25 };
const ENOUGH = 5;

/**
 * Whether a guesser's list would hold this password early: words of the list above joined with digits, years and signs, written with
 * digits for letters, repeated, or walked along the keyboard. Judged by what remains when all that is taken away, since a password of
 * twelve characters is almost never on a list literally.
 */
export function isCommonPassword(password: string): boolean {
  const folded = foldWords(password);
  if (new Set(password.toLowerCase()).size < 5) return true;
  if (isRepetition(password.toLowerCase()) || isRepetition(folded)) return true;
  return [folded, foldWords([...password].map((char) => LEET[char] ?? char).join(""))].some((text) => ownPart(text) < ENOUGH);
}

function isRepetition(text: string): boolean {
  if (text.length < 2) return true;
  const period = (text + text).indexOf(text, 1);
  return period < text.length && period <= 6;
}

/** What the words, walks and numbers of a guesser leave unexplained: the least over every way to cut the text. */
function ownPart(text: string): number {
  const chars = [...text].slice(0, 200);
  const least: number[] = [0];
  for (let end = 1; end <= chars.length; end += 1) {
    let best = least[end - 1]! + (/\d/.test(chars[end - 1]!) ? COST.digit : COST.letter);
    for (let start = Math.max(0, end - 40); start <= end - 3; start += 1) {
      const piece = chars.slice(start, end).join("");
      if (isKnown(piece)) best = Math.min(best, least[start]! + COST.known);
    }
    least[end] = best;
  }
  return least[chars.length]!;
}

function isKnown(piece: string): boolean {
  if (piece.length <= LONGEST_WORD && COMMON_WORDS.has(piece)) return true;
  if (/^(19|20)\d\d$/.test(piece)) return true;
  return (piece.length >= 4 || /^\d+$/.test(piece)) && WALKS.some((walk) => walk.includes(piece));
}
