import { Problem, type ProblemDetails } from '#app/platform/http/problem'

/** What is wrong with a field of the input; `rule` is stable. */
export type FieldError = { field: string; rule: string; message: string }

/** A 422 about one field, as validators answer it: for what only the database can tell. */
export const invalid = (field: string, rule: string, message: string) =>
  invalidFields([{ field, rule, message }])

/** The same about several fields. `detail` says what to do, where their names do not say enough. */
export const invalidFields = (errors: FieldError[], detail?: string) =>
  new Problem(invalidInput(errors, detail))

/** What is told of input that was refused. */
export const invalidInput = (errors: FieldError[], detail = correction(errors)) =>
  ({
    status: 422,
    code: 'validation_failed',
    title: 'Some values are not valid',
    detail,
    extra: { errors },
  }) satisfies ProblemDetails

function correction(errors: FieldError[]) {
  const fields = [...new Set(errors.map(({ field }) => field))]
  return `Correct ${fields.join(', ') || 'the body'} and send the request again.`
}
