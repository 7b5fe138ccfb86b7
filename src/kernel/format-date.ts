import { habitOf, type FormatStyle } from "./format-style.ts";

/** An instant (Date or ISO 8601 text), or a calendar day "2026-11-21", which no time zone may move. */
export type When = Date | string;

interface Civil {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
}

const CALENDAR_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** "21/11/2026". */
export function formatDate(when: When, style: FormatStyle): string {
  const { date, dateSeparator } = habitOf(style);
  const civil = civilOf(when, style.timeZone);
  return date.map((part) => civil[part]).join(dateSeparator);
}

/** "21/11": for lists that show one year. */
export function formatDayMonth(when: When, style: FormatStyle): string {
  const { date, dateSeparator } = habitOf(style);
  const civil = civilOf(when, style.timeZone);
  return date.filter((part) => part !== "year").map((part) => civil[part]).join(dateSeparator);
}

/** "15:05", always of 24 hours: ICU writes "3:05 p. m." for es-AR, which no till prints. */
export function formatTime(when: When, style: FormatStyle): string {
  const { hour, minute } = civilOf(when, style.timeZone);
  return `${hour}:${minute}`;
}

/** "21/11/2026 15:05". */
export function formatDateTime(when: When, style: FormatStyle): string {
  return `${formatDate(when, style)} ${formatTime(when, style)}`;
}

function civilOf(when: When, timeZone: string): Civil {
  const day = typeof when === "string" ? CALENDAR_DAY.exec(when) : null;
  if (day) return { year: day[1]!, month: day[2]!, day: day[3]!, hour: "00", minute: "00" };

  const parts = clockOf(timeZone).formatToParts(typeof when === "string" ? new Date(when) : when);
  const read = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? "";
  return { year: read("year"), month: read("month"), day: read("day"), hour: read("hour"), minute: read("minute") };
}

// Only digits are taken from Intl, in one fixed locale: those are the same in every ICU.
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  });
  clocks.set(timeZone, clock);
  return clock;
}
