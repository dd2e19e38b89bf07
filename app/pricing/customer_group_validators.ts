import vine from '@vinejs/vine'
import { id, text } from '#app/platform/http/input'

const CODE = /^[a-z][a-z0-9_]{0,39}$/

const name = () => text({ max: 80 })

/** `code` is what programs call the group: it stays when the group gets another name. */
export const customerGroupValidator = vine.create({
  name: name(),
  code: text({ max: 40 }).regex(CODE),
})

export const groupNameValidator = vine.create({ name: name() })
export const groupNameFormValidator = vine.create({ name: name(), version: id() })
export const customerGroupIdValidator = vine.create({ id: id() })
