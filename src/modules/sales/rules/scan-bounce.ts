/** A scanner that reads one label twice does so faster than a hand can bring a second one. */
const BOUNCE_MS = 150;

export interface Scan {
  code: string;
  /** Milliseconds of the key events' clock. */
  at: number;
}

export function isBounce(previous: Scan | null, scan: Scan): boolean {
  return previous !== null && previous.code === scan.code && scan.at - previous.at < BOUNCE_MS;
}
