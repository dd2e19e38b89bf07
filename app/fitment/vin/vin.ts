const SHAPE = /^[A-HJ-NPR-Z0-9]{17}$/
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
const VALUES = '0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ'
const YEAR_CODES = 'ABCDEFGHJKLMNPRSTVWXY123456789'
const CYCLE = 30
const FIRST_YEAR = 1980

/** What a vehicle identification number (ISO 3779) tells by itself. */
export type VinFacts = {
  vin: string
  /** World manufacturer identifier: its first three characters. */
  wmi: string
  /** Model years that its tenth character may mean; makers outside North America need not say it. */
  modelYears: number[]
  /** Compulsory in North America alone: elsewhere a wrong one means nothing. */
  checkDigit: { given: string; computed: string; isRight: boolean }
}

/** Spaces and dashes are forgiven; undefined for what is not 17 letters and digits without I, O and Q. */
export function readVin(text: string, thisYear: number): VinFacts | undefined {
  const vin = text.toUpperCase().replace(/[\s-]/g, '')
  if (!SHAPE.test(vin)) return undefined
  const computed = checkDigitOf(vin)
  return {
    vin,
    wmi: vin.slice(0, 3),
    modelYears: modelYearsOf(vin[9], thisYear),
    checkDigit: { given: vin[8], computed, isRight: vin[8] === computed },
  }
}

function checkDigitOf(vin: string): string {
  const sum = [...vin].reduce(
    (total, letter, place) => total + (VALUES.indexOf(letter) % 10) * WEIGHTS[place],
    0
  )
  return sum % 11 === 10 ? 'X' : String(sum % 11)
}

function modelYearsOf(code: string, thisYear: number): number[] {
  const offset = YEAR_CODES.indexOf(code)
  if (offset < 0) return []
  const years: number[] = []
  for (let year = FIRST_YEAR + offset; year <= thisYear + 1; year += CYCLE) years.push(year)
  return years.toReversed()
}
