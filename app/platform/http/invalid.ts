import { Problem } from '#app/platform/http/problem'

/** A 422 about one field, as validators answer it: for what only the database can tell. */
export function invalid(field: string, rule: string, message: string) {
  return new Problem({
    status: 422,
    code: 'validation_failed',
    title: 'Some values are not valid',
    detail: `Correct ${field} and send the request again.`,
    extra: { errors: [{ field, rule, message }] },
  })
}
