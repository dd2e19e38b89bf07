import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { GREATEST_KEY } from '#app/platform/database/greatest_key'
import { digits, flag, id, key, paging, text } from '#app/platform/http/input'
import { CONCEPT_KINDS, LANGUAGES } from '#app/search/words/synonyms'

/** Longer than anything a person types; a pasted text belongs to `POST /references/resolve`. */
const LONGEST_QUERY = 200
const LONGEST_TEXT = 20_000
const MOST_NUMBERS = 500

export const queryText = () => text({ max: LONGEST_QUERY })

/** `GET /search`. */
export const searchValidator = vine.create({
  q: queryText(),
  vehicle: id().optional(),
  explain: flag().optional(),
  ...paging(),
})

/** `GET /search/suggest`. */
export const suggestValidator = vine.create({
  q: queryText(),
  limit: digits({ min: 1, max: 8 }).optional(),
})

/** `POST /references/resolve`: a pasted text, a list of numbers, or both, and the car they are for. */
export const resolveValidator = vine.create({
  text: text({ max: LONGEST_TEXT }).optional().requiredIfMissing('numbers'),
  numbers: vine
    .array(text({ max: 80 }))
    .maxLength(MOST_NUMBERS)
    .optional(),
  vehicle: key().optional(),
})

export const productSlugValidator = vine.create({ slug: text({ max: 300 }) })
export const equivalentListValidator = vine.create({ ...paging(), vehicle: id().optional() })
export type EquivalentListQuery = Infer<typeof equivalentListValidator>

export const pairValidator = vine.create({ id: id(), otherId: id() })

export const equivalenceValidator = vine.create({
  verdict: vine.enum(['confirmed', 'rejected'] as const),
  note: text({ max: 500 }).optional(),
})

/** The page of unmet demand, with what was looked for in vain elsewhere: its form is half filled. */
export const unmetPageValidator = vine.create({
  ...paging(),
  words: text({ max: LONGEST_QUERY }).optional(),
  contact: text({ max: 100 }).optional(),
  note: text({ max: 500 }).optional(),
  vehicle: text({ max: LONGEST_QUERY }).optional(),
})

/** Five seconds on the telephone: the words alone are enough. */
export const telephoneRequestValidator = vine.create({
  words: text({ max: LONGEST_QUERY }),
  vehicleTypeId: key().optional(),
  contact: text({ max: 100 }).optional(),
  note: text({ max: 500 }).optional(),
})

/** The same as a form, where what is empty is null; the car is named in words, or chosen of those that they name. */
export const telephoneFormValidator = vine.create({
  words: text({ max: LONGEST_QUERY }),
  vehicle: text({ max: LONGEST_QUERY }).nullable().optional(),
  vehicleTypeId: digits({ min: 0, max: GREATEST_KEY }).nullable().optional(),
  contact: text({ max: 100 }).nullable().optional(),
  note: text({ max: 500 }).nullable().optional(),
})

const MOST_SYNONYMS = 100

const code = () => text({ max: 80 }).regex(/^[a-z0-9]+([-_][a-z0-9]+)*$/)
export const conceptCodeValidator = vine.create({ code: code() })
export const conceptValidator = vine.create({
  kind: vine.enum(CONCEPT_KINDS),
  categories: vine
    .array(text({ max: 300 }))
    .maxLength(20)
    .optional(),
  synonyms: vine
    .array(vine.object({ term: text({ max: 80 }), language: vine.enum(LANGUAGES) }))
    .minLength(1)
    .maxLength(MOST_SYNONYMS),
})

const block = () => text({ max: 8_000 }).nullable().optional()

/** A concept as a form: its words one per line. */
export const conceptFormValidator = vine.create({
  code: code(),
  kind: vine.enum(CONCEPT_KINDS),
  categories: block(),
  ...{ fr: block(), ar: block(), arabizi: block(), en: block() },
})
