const EASTERN_DIGITS = /[٠-٩۰-۹]/g

/** A text with the digits of Arabic and Persian keyboards as Latin ones: `٢٤` and `۲۴` are `24`. */
export const latinDigits = (text: string): string =>
  text.replace(EASTERN_DIGITS, (digit) => String(digit.codePointAt(0)! & 0xf))
