const NAMES = ["title", "text", "make", "again", "revoke", "revoked", "copy", "copied", "whatsapp", "address"] as const;

type LinkWord = (typeof NAMES)[number];

/** The words of a link's section, out of the namespace of its document. */
export function linkWords(t: (name: LinkWord) => string): Record<LinkWord, string> {
  return Object.fromEntries(NAMES.map((name) => [name, t(name)])) as Record<LinkWord, string>;
}
