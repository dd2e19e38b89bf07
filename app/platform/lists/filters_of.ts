import { errors } from '@vinejs/vine'

type Validator<Filters> = { validate(data: unknown): Promise<Filters> }

/**
 * What a list on a page is narrowed down by. Fields that were left empty ask for nothing, and what
 * makes no sense is left out: an old link or a half-typed date still opens the list.
 */
export async function filtersOf<Filters>(
  validator: Validator<Filters>,
  query: Record<string, unknown>
): Promise<Filters> {
  const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
  try {
    return await validator.validate(asked)
  } catch (error) {
    if (!(error instanceof errors.E_VALIDATION_ERROR)) throw error
    for (const { field } of error.messages as { field: string }[]) delete asked[field.split('.')[0]]
    return validator.validate(asked)
  }
}
