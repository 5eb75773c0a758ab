/** The times a point is open in a usual week: from and to, in minutes from Monday 00:00, in its own time zone. */
export type Week = readonly (readonly [number, number])[];

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Minutes since Monday 00:00 at a moment, in a time zone of the IANA database. */
export function minuteOfWeek(moment: Date, zone: string): number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  const parts = Object.assign({}, ...format.formatToParts(moment).map(({ type, value }) => ({ [type]: value }))) as {
    weekday: string;
    hour: string;
    minute: string;
  };
  return days.indexOf(parts.weekday) * 1440 + (Number(parts.hour) % 24) * 60 + Number(parts.minute);
}

/** Whether a week is open at a minute of it. */
export function isOpenAt(week: Week, minute: number): boolean {
  return week.some(([from, to]) => from <= minute && minute < to);
}
