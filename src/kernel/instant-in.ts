/** The instant at which a wall clock in a time zone shows "2026-11-23T08:30"; null for what is no such time. A time that the clock skips in spring is the one after the leap. */
export function instantIn(local: string, timeZone: string): Date | null {
  const wall = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(local) ? Date.parse(`${local}Z`) : Number.NaN;
  if (Number.isNaN(wall)) return null;
  const first = wall - offsetAt(wall, timeZone);
  // Near a change of the clock the offset of the guess is that of the other side.
  return new Date(wall - offsetAt(first, timeZone));
}

/** Milliseconds that the zone's clock is ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" });
  const part = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return Date.parse(`${part["year"]}-${part["month"]}-${part["day"]}T${part["hour"]}:${part["minute"]}:${part["second"]}Z`) - Math.floor(instant / 1_000) * 1_000;
}
