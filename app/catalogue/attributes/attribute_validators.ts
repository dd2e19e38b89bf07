import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { ATTRIBUTE_KINDS } from '#app/catalogue/attributes/attribute'
import { id, paging, text, ticked, valuesByName } from '#app/platform/http/input'

const MOST_CHOICES = 200
const MOST_CATEGORIES = 500
const MOST_GIVEN = 200

const code = () => text({ max: 60 }).regex(/^[a-z][a-z0-9_]*$/)
const name = () => text({ max: 120 })
const slugs = () => vine.array(text({ max: 300 })).maxLength(MOST_CATEGORIES)

const words = {
  nameAr: name().nullable().optional(),
  nameEn: name().nullable().optional(),
  unit: text({ max: 20 }).nullable().optional(),
}

const fields = {
  ...words,
  isFacet: vine.boolean({ strict: true }).optional(),
  /** In the order in which forms offer them. */
  choices: vine
    .array(
      vine.object({
        value: name(),
        ar: name().nullable().optional(),
        en: name().nullable().optional(),
      })
    )
    .maxLength(MOST_CHOICES)
    .optional(),
  /** Slugs: the sheets of these, and of all below them, ask for it. */
  categories: slugs().optional(),
}

/** What a sheet says, by code: what an attribute takes is known where it is written. Null takes a value away. */
export const givenAttributes = () => valuesByName(vine.any().nullable()).maxLength(MOST_GIVEN)

const kind = () => vine.enum(ATTRIBUTE_KINDS)

export const attributeValidator = vine.create({
  ...fields,
  code: code(),
  kind: kind(),
  name: name(),
})

/** The code stays: files and addresses of the shop name attributes by it. */
export const attributePatchValidator = vine.create({
  ...fields,
  kind: kind().optional(),
  name: name().optional(),
})

/** The form: choices one per line, `French | Arabic | English`. */
const form = {
  ...words,
  kind: kind(),
  name: name(),
  isFacet: ticked(),
  choices: text({ max: 60_000 }).nullable().optional(),
  categories: slugs().optional(),
}

export const attributeFormValidator = vine.create(form)
export const newAttributeFormValidator = vine.create({ ...form, code: code() })

export const attributeIdValidator = vine.create({ id: id() })

export const attributeListValidator = vine.create({
  q: text({ max: 120 }).optional(),
  ...paging(),
})

export type AttributeInput = Infer<typeof attributeValidator>
export type AttributePatch = Infer<typeof attributePatchValidator>
export type AttributeForm = Infer<typeof attributeFormValidator>
