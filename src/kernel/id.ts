const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A lower-case UUID in its canonical form; of any version, since tenants may come from elsewhere. */
export function isUuid(text: unknown): text is string {
  return typeof text === "string" && UUID.test(text);
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const RANDOM_BYTES = 10;
// Drawn for some hundred ids at once: asking the system for each costs more than the rest.
const drawn = new Uint8Array(RANDOM_BYTES * 128);
let used = drawn.length;

/** A UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then random bits. Browser and server make the same kind. */
export function newId(nowMs: number = Date.now()): string {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn);
    used = 0;
  }
  const bytes = new Uint8Array(16);
  bytes.set(drawn.subarray(used, (used += RANDOM_BYTES)), 6);
  let ms = nowMs;
  for (let i = 5; i >= 0; i -= 1) {
    bytes[i] = ms % 256;
    ms = Math.floor(ms / 256);
  }
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  let hex = "";
  for (const byte of bytes) hex += HEX[byte];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
