/**
 * The arguments of an ICU message and their types, such as "count:plural", sorted; nested branches included.
 * Throws when a brace is not closed. Covers what our catalogues use: plain arguments, number, select, plural, apostrophe quoting.
 */
export function icuArguments(message: string): readonly string[] {
  const found = new Set<string>();
  const end = readText(message, 0, found);
  if (end !== message.length) throw new Error(`a brace too many at ${end}: ${message}`);
  return [...found].sort();
}

function readText(text: string, from: number, found: Set<string>): number {
  let at = from;
  while (at < text.length && text[at] !== "}") {
    if (text[at] === "'" && /[{}]/.test(text[at + 1] ?? "")) at = closeQuote(text, at);
    else if (text[at] === "{") at = readArgument(text, at, found);
    else at += 1;
  }
  return at;
}

function closeQuote(text: string, at: number): number {
  const end = text.indexOf("'", at + 1);
  return end < 0 ? text.length : end + 1;
}

function readArgument(text: string, open: number, found: Set<string>): number {
  const head = /^\{\s*(\w+)\s*(?:,\s*(select|plural|selectordinal)\s*,|,\s*(number)\s*\}|(\}))/.exec(text.slice(open));
  if (!head) throw new Error(`not an argument at ${open}: ${text}`);
  const kind = head[2] ?? head[3];
  found.add(kind ? `${head[1]}:${kind}` : head[1]!);
  let at = open + head[0].length;
  if (!head[2]) return at;
  for (;;) {
    const branch = /^\s*(?:=\d+|\w+)\s*\{/.exec(text.slice(at));
    if (!branch) break;
    at = readText(text, at + branch[0].length, found) + 1;
  }
  const close = /^\s*\}/.exec(text.slice(at));
  if (!close) throw new Error(`an argument is not closed at ${open}: ${text}`);
  return at + close[0].length;
}
