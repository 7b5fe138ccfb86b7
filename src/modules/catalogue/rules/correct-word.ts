/** Typing errors between two words (Damerau–Levenshtein, optimal string alignment): letters changed, missing, added, neighbours swapped. */
export function countErrors(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity;
      row.push(Math.min(change, swap, last[j]! + 1, row[j - 1]! + 1));
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}

/** Errors forgiven in a word: none in short ones, where everything is near everything. */
export function forgiven(word: string): 0 | 1 | 2 {
  if (word.length < 4 || /\d/.test(word)) return 0;
  return word.length < 7 ? 1 : 2;
}

/**
 * What a mistyped word may have meant, the likeliest first. The word may be unfinished: it is also compared with the beginnings
 * of longer words. Fewer errors come first, then whole words, then the alphabet.
 */
export function correctWord(word: string, vocabulary: readonly string[], most = 3): string[] {
  const limit = forgiven(word);
  if (limit === 0) return [];
  const near: { known: string; errors: number; whole: number }[] = [];
  for (const known of vocabulary) {
    if (known.length < word.length - limit) continue;
    const whole = known.length <= word.length + limit ? countErrors(word, known) : Infinity;
    const begun = known.length > word.length ? Math.min(countErrors(word, known.slice(0, word.length)), countErrors(word, known.slice(0, word.length - 1)), countErrors(word, known.slice(0, word.length + 1))) : Infinity;
    const errors = Math.min(whole, begun);
    if (errors <= limit && errors > 0) near.push({ known, errors, whole: whole <= errors ? 0 : 1 });
  }
  near.sort((a, b) => a.errors - b.errors || a.whole - b.whole || (a.known < b.known ? -1 : 1));
  return near.slice(0, most).map(({ known }) => known);
}
