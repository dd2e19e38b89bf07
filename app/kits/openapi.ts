import vine from '@vinejs/vine'
import { kitIdValidator, kitValidator } from '#app/kits/kit_validators'
import { count, one, text } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'

const kit = vine.object({
  version: count(),
  available: count().nullable(),
  components: vine.array(vine.object({ sku: text(), quantity: count(), free: count() })),
})

const about = { tag: 'Products (staff)', staff: true, params: kitIdValidator, answer: one(kit) }

describeRoutes({
  'admin.kits.show': { ...about, summary: 'What a kit is made of, and how many there are' },
  'admin.kits.update': {
    ...about,
    summary: 'Say what a kit is made of; without components it is no kit any more',
    body: kitValidator,
    problems: [400, 409, 412],
  },
})
