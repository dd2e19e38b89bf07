/** `1,4` pieces: whole from 10 on, one decimal below, for French and Arabic alike; `—` where nothing is known. */
export function pieces(value: number | null): string {
  if (value === null || Number.isNaN(value)) return '—'
  const digits = Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0
  return FORMATS[digits].format(value).replace(/\s/g, '\u00a0')
}

const format = (digits: number) => new Intl.NumberFormat('fr', { maximumFractionDigits: digits })
const FORMATS = [format(0), format(1)]
