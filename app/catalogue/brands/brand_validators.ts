import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { id, paging, text } from '#app/platform/http/input'

const fields = {
  name: text({ max: 200 }),
  website: text({ max: 300 })
    .url({ protocols: ['https', 'http'] })
    .nullable()
    .optional(),
  description: text({ max: 20_000 }).nullable().optional(),
  descriptionAr: text({ max: 20_000 }).nullable().optional(),
}

export const brandInputValidator = vine.create(fields)
export const brandPatchValidator = vine.create({ ...fields, name: fields.name.clone().optional() })

export const brandIdValidator = vine.create({ id: id() })

export const staffBrandListValidator = vine.create({
  q: text({ max: 200 }).optional(),
  ...paging(),
})

export type BrandInput = Infer<typeof brandInputValidator>
export type BrandPatch = Infer<typeof brandPatchValidator>
