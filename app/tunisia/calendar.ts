/** Fixed public holidays on which shops are closed, month-day. */
const HOLIDAYS = new Set(['01-01', '03-20', '05-01', '07-25'])

/** The calendar of Umm al-Qura: Tunisia looks for the moon and may be a day off. */
const HIJRI = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
})

/** @param day midnight UTC, like all days here */
export const isRamadan = (day: Date): boolean => hijri(day).month === 9

/** Sundays, fixed holidays, and two days each of Aïd el-Fitr and Aïd el-Idha. */
export function isClosed(day: Date): boolean {
  return day.getUTCDay() === 0 || HOLIDAYS.has(day.toISOString().slice(5, 10)) || isFeast(day)
}

function isFeast(date: Date): boolean {
  const { month, day } = hijri(date)
  return (month === 10 && day <= 2) || (month === 12 && (day === 10 || day === 11))
}

function hijri(day: Date): { month: number; day: number } {
  const parts = new Map(HIJRI.formatToParts(day).map(({ type, value }) => [type, Number(value)]))
  return { month: parts.get('month') ?? 0, day: parts.get('day') ?? 0 }
}
