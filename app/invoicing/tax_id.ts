/** Letters that a matricule is checked with: no I, O, U. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTVWXYZ'
const SHAPE = /^(\d{1,7})([A-HJ-NP-TV-Z])(?:([APBDNF])([MPCNE])(\d{3}))?$/
const BETWEEN = /[\s./-]/g

/**
 * A matricule fiscal as it is written: `1234567R/A/M/000`, or `1234567R` in short; undefined for what
 * is none. Takes spaces, dots, dashes and small letters.
 */
export function readTaxId(typed: string): string | undefined {
  const [, digits, letter, ...code] = SHAPE.exec(typed.replace(BETWEEN, '').toUpperCase()) ?? []
  if (digits === undefined) return undefined
  const short = digits.padStart(7, '0') + letter
  return code[0] === undefined ? short : [short, ...code].join('/')
}

/** Whether somebody should look at the matricule of a buyer again. */
export const isDoubtful = ({ taxId }: { taxId: string | null }) =>
  taxId !== null && !hasRightLetter(taxId)

/**
 * Whether the letter of a matricule fits its digits. A reason to look again, not to refuse: some that
 * are in use do not fit.
 * @param taxId as `readTaxId` writes it
 */
export function hasRightLetter(taxId: string): boolean {
  const sum = [...taxId.slice(0, 7)].reduce(
    (total, digit, at) => total + Number(digit) * (7 - at),
    0
  )
  return LETTERS[sum % LETTERS.length] === taxId[7]
}
