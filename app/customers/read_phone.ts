import { invalidFields } from '#app/platform/http/invalid'
import { tunisianPhone } from '#app/tunisia/phone'

/** A number as somebody typed it, in E.164; null and undefined stay. Throws a 422 for none of Tunisia. */
export function readPhone<Absent extends null | undefined>(
  typed: string | Absent
): string | Absent {
  if (typeof typed !== 'string') return typed
  const phone = tunisianPhone(typed)
  if (phone) return phone
  const message = 'No telephone in Tunisia has this number'
  throw invalidFields(
    [{ field: 'phone', rule: 'phone', message }],
    'Send a telephone number of Tunisia, such as 20 123 456 or +21620123456.'
  )
}
