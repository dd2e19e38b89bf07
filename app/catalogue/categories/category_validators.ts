import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { digits, id, integer, text } from '#app/platform/http/input'

const fields = {
  name: text({ max: 200 }),
  nameAr: text({ max: 200 }).nullable().optional(),
  /** The slug of the category it stands under; null: at the top. */
  parent: text({ max: 300 }).nullable().optional(),
  description: text({ max: 20_000 }).nullable().optional(),
  descriptionAr: text({ max: 20_000 }).nullable().optional(),
}

export const categoryInputValidator = vine.create(fields)

/** `position` counts its place among its siblings, from 0. */
export const categoryPatchValidator = vine.create({
  ...fields,
  name: fields.name.clone().optional(),
  position: integer({ max: 10_000 }).optional(),
})

export const categoryIdValidator = vine.create({ id: id() })

/** Where in the tree: under which category, none at the top, and at which place there, from 0. */
export const categoryPlaceValidator = vine.create({
  parent: fields.parent.clone(),
  position: digits({ max: 10_000 }),
})

/** One step among its siblings. */
export const categoryStepValidator = vine.create({ step: vine.enum(['up', 'down'] as const) })

export type CategoryInput = Infer<typeof categoryInputValidator>
export type CategoryPatch = Infer<typeof categoryPatchValidator>
