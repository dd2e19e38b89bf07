import vine from '@vinejs/vine'
import { productIdValidator } from '#app/catalogue/products/product_validators'
import {
  directFitmentValidator,
  fitmentCopyValidator,
  fitmentRuleValidator,
  fitmentValidator,
} from '#app/fitment/fitment_validators'
import { typeInFull } from '#app/fitment/openapi'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { count, one, truth } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'

const text = () => vine.string()

const rule = vine.object({
  id: count(),
  make: text(),
  model: text().nullable(),
  engineCode: text().nullable(),
  fuel: text().nullable(),
  powerKw: count().nullable(),
  displacementCc: count().nullable(),
  yearFrom: count().nullable(),
  yearTo: count().nullable(),
  position: text().nullable(),
  quantity: count().nullable(),
  condition: text().nullable(),
  conditionAr: text().nullable(),
  vehicles: count(),
})

const fitment = vine.object({
  vehicle: vine.object(typeInFull),
  position: text().nullable(),
  quantity: count().nullable(),
  condition: text().nullable(),
  conditionAr: text().nullable(),
  isDirect: truth(),
})

const fitments = { tag: 'Fitments (staff)', staff: true, params: productIdValidator }
const writing = { problems: [400] }

describeRoutes({
  'admin.fitments.index': {
    ...fitments,
    summary: 'The rules of a product, and a page of the vehicles it fits',
    query: pagingValidator,
    answer: vine.object({
      data: vine.object({ rules: vine.array(rule), vehicles: vine.array(fitment) }),
      meta: vine.object({ limit: count(), nextCursor: text().nullable() }),
    }),
  },
  'admin.fitments.store': {
    ...fitments,
    ...writing,
    summary: 'Say what a product fits: a rule, or the vehicle of `vehicleTypeId` alone',
    body: fitmentValidator,
    status: 201,
    answer: one(vine.object({ ruleId: count().nullable(), vehicles: count() })),
  },
  'admin.fitments.destroy': {
    ...fitments,
    params: fitmentRuleValidator,
    summary: 'Take a rule back; what another rule gives or was said outright stays',
    status: 204,
  },
  'admin.fitments.copy': {
    ...fitments,
    ...writing,
    summary: 'Say of a product what is said of the one with the SKU `from`',
    body: fitmentCopyValidator,
    answer: one(vine.object({ added: count() })),
  },
  'admin.direct_fitments.destroy': {
    ...fitments,
    params: directFitmentValidator,
    summary: 'Take back what was said of one vehicle; rules may still give it',
    status: 204,
  },
})
