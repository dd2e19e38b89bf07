import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/**
 * A Tunisian telephone number in E.164: `+21620123456`. Takes what people write, with `00216`, spaces
 * and dots; undefined for a number that no telephone here has.
 */
export function tunisianPhone(input: string): string | undefined {
  const number = parsePhoneNumberFromString(input.replace(/^\s*00/, '+'), 'TN')
  return number?.country === 'TN' && number.isValid() ? number.number : undefined
}

/** `20 123 456`, as people here write it. */
export const shownPhone = (phone: string) =>
  phone.replace(/^\+216(\d{2})(\d{3})(\d{3})$/, '$1 $2 $3')
