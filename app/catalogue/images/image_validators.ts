import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { digits, text } from '#app/platform/http/input'

const alt = () => text({ max: 250 }).nullable().optional()

/** What readers who do not see a picture are told, in French and in Arabic. */
export const imageTextsValidator = vine.create({ altFr: alt(), altAr: alt() })

/** `position` counts from 0: lists show the picture that is there. */
export const imageChangeValidator = vine.create({
  altFr: alt(),
  altAr: alt(),
  position: digits({ max: 1000 }).optional(),
})

export type ImageTexts = Infer<typeof imageTextsValidator>
export type ImageChange = Infer<typeof imageChangeValidator>
