/** At most `most` attempts in each stretch of `seconds`. */
export interface AttemptLimit {
  seconds: number;
  most: number;
}

/**
 * Growing delay: whoever goes on failing meets longer and longer stretches, and each of them ends, since a lock without end would let
 * anybody lock the owner out. Stretches are aligned to the clock, so any hour holds at most twice the last figure.
 */
export const SIGN_IN_BY_ACCOUNT: readonly AttemptLimit[] = [
  { seconds: 30, most: 10 },
  { seconds: 600, most: 30 },
  { seconds: 3_600, most: 45 },
];

/** One address at one account: narrower, so that nobody alone uses up what the account has for all. */
export const SIGN_IN_BY_PAIR: readonly AttemptLimit[] = [
  { seconds: 30, most: 5 },
  { seconds: 600, most: 15 },
  { seconds: 3_600, most: 25 },
];

/** One address may be a whole shop behind a router. */
export const SIGN_IN_BY_ADDRESS: readonly AttemptLimit[] = [
  { seconds: 60, most: 30 },
  { seconds: 3_600, most: 200 },
];

export const SIGN_UP_BY_ADDRESS: readonly AttemptLimit[] = [
  { seconds: 60, most: 10 },
  { seconds: 3_600, most: 30 },
];

/** Every till refreshes some four times an hour. */
export const REFRESH_BY_ADDRESS: readonly AttemptLimit[] = [{ seconds: 60, most: 600 }];

/** All visitors together where no proxy states their address (TRUST_PROXY). */
const TOGETHER = 20;

export interface Stretch {
  seconds: number;
  startsAt: Date;
  endsAt: Date;
  most: number;
}

/** A stretch of one subject. */
export interface Counter extends Stretch {
  key: string;
}

/** The stretches that an attempt at `now` falls into. `scale` is RATE_LIMIT_SCALE. */
export function stretchesAt(limits: readonly AttemptLimit[], now: Date, scale: number): Stretch[] {
  return limits.map(({ seconds, most }) => {
    const start = Math.floor(now.getTime() / (seconds * 1_000)) * seconds * 1_000;
    return { seconds, startsAt: new Date(start), endsAt: new Date(start + seconds * 1_000), most: Math.max(1, Math.floor(most * scale)) };
  });
}

/** Whom a limit by address concerns: one IPv4, an IPv6 customer (/64, RFC 6177), or everybody when nothing is known. */
export function addressGroup(address: string | null): { name: string; scale: number } {
  if (address === null) return { name: "unknown", scale: TOGETHER };
  if (!address.includes(":")) return { name: address, scale: 1 };
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return { name: mapped ?? `${expandIpv6(address).slice(0, 4).join(":")}::/64`, scale: 1 };
}

function expandIpv6(address: string): string[] {
  const [head = "", tail] = address.toLowerCase().split("%")[0]!.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const middle = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return [...left, ...(tail === undefined ? [] : middle), ...right].map((group) => group.replace(/^0+(?=.)/, ""));
}
