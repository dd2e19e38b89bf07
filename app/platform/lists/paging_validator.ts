import vine from '@vinejs/vine'
import { paging } from '#app/platform/http/input'

/** A list that is only paged. */
export const pagingValidator = vine.create(paging())
