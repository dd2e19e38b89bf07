const EASTERN_DIGITS = /[٠-٩۰-۹]/g

/**
 * What remains of a part number when spelling does not matter: Latin letters
 * in upper case and digits. The twin in SQL is `norm_ref()`.
 */
export function normaliseNumber(number: string): string {
  return number
    .replace(EASTERN_DIGITS, (digit) => String(digit.codePointAt(0)! & 0xf))
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/[^A-Z0-9]/g, '')
}
