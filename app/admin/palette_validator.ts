import vine from '@vinejs/vine'
import { text } from '#app/platform/http/input'

export const paletteValidator = vine.create({ q: text({ max: 200 }).optional() })
