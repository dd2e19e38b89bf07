import vine from '@vinejs/vine'
import { count } from '#app/platform/openapi/answers'

/** Money in answers: whole millimes. */
export const moneySchema = () => vine.object({ amount: count(), currency: vine.literal('TND') })
