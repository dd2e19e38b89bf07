import { Problem } from '#app/platform/http/problem'
import { tunisianPhone } from '#app/tunisia/phone'

/** A number as somebody typed it, in E.164; null and undefined stay. Throws a 422 for none of Tunisia. */
export function readPhone<Absent extends null | undefined>(
  typed: string | Absent
): string | Absent {
  if (typeof typed !== 'string') return typed
  const phone = tunisianPhone(typed)
  if (phone) return phone
  const message = 'No telephone in Tunisia has this number'
  throw new Problem({
    status: 422,
    code: 'validation_failed',
    title: 'Some values are not valid',
    detail: 'Send a telephone number of Tunisia, such as 20 123 456 or +21620123456.',
    extra: { errors: [{ field: 'phone', rule: 'phone', message }] },
  })
}
