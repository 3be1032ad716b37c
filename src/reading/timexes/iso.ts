// Dates as ISO strings; arithmetic in UTC, so that no local time zone is ever asked.

const DAY = 86_400_000;

/** The day `days` after `date` (both `YYYY-MM-DD`). */
export function addDays(date: string, days: number): string {
  return fromDays(toDays(date) + days);
}

/** Days since 1970-01-01. In years that begin in March, so that a leap day is the last of its year. */
export function toDays(date: string): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month < 3 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(date.slice(8, 10)) - 719_469;
}

function fromDays(days: number): string {
  const date = new Date(days * DAY);
  return calendarDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** The month `months` after `month` (both `YYYY-MM`). */
export function addMonths(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${pad(Math.floor(count / 12), 4)}-${pad((count % 12) + 1)}`;
}

/** `day` of a month, or the month's last day when it has fewer. */
export function dayOf(month: string, day: number): string {
  return `${month}-${pad(Math.min(day, lastDay(month)))}`;
}

/** How many days `month` (`YYYY-MM`) has. */
export function lastDay(month: string): number {
  const number = Number(month.slice(5, 7));
  if (number === 2) return isLeap(Number(month.slice(0, 4))) ? 29 : 28;
  return number === 4 || number === 6 || number === 9 || number === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** 1 Monday ... 7 Sunday. */
export function weekdayOf(date: string): number {
  return ((((toDays(date) + 3) % 7) + 7) % 7) + 1;
}

/** ISO 8601 week: `2022-W02`. */
export function weekOf(date: string): string {
  const thursday = addDays(date, 4 - weekdayOf(date));
  const year = thursday.slice(0, 4);
  return `${year}-W${pad(Math.floor((toDays(thursday) - toDays(`${year}-01-01`)) / 7) + 1)}`;
}

/** The Monday of an ISO week (`2022-W02`). */
export function mondayOf(week: string): string {
  const fourth = `${week.slice(0, 4)}-01-04`;
  return addDays(fourth, 1 - weekdayOf(fourth) + (Number(week.slice(6, 8)) - 1) * 7);
}

export function quarterOf(date: string): number {
  return Math.ceil(Number(date.slice(5, 7)) / 3);
}

export function isDay(value: string): boolean {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])-\d\d$/.test(value)) return false;
  const day = Number(value.slice(8));
  return day > 0 && day <= lastDay(value);
}

export function pad(number: number, length = 2): string {
  return String(number).padStart(length, "0");
}

/** `2022-01-17`; not checked, see {@link isDay}. */
export function calendarDay(year: number, month: number, day: number): string {
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}
