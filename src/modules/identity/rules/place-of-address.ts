/**
 * What an address tells about a place without asking anybody else: this very computer, the shop's own network, or neither (null). Towns are
 * not guessed: that takes a list of somebody's, and such lists name the provider's town as often as the person's.
 */
export function placeOfAddress(address: string): "own" | "local" | null {
  const plain = address.replace(/^::ffff:/i, "");
  if (/^127\.|^::1$/.test(plain)) return "own";
  return /^10\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\.|^169\.254\.|^f[cd][0-9a-f]{2}:|^fe[89ab][0-9a-f]:/i.test(plain) ? "local" : null;
}
