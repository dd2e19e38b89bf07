import vine from '@vinejs/vine'
import { text } from '#app/platform/http/input'

export const taskNameValidator = vine.create({ task: text({ max: 100 }) })
