import vine from '@vinejs/vine'
import { ATTRIBUTE_KINDS } from '#app/catalogue/attributes/attribute'
import {
  attributeIdValidator,
  attributeListValidator,
  attributePatchValidator,
  attributeValidator,
} from '#app/catalogue/attributes/attribute_validators'
import { count, one, page, text, truth } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'

const attribute = vine.object({
  id: count(),
  code: text(),
  kind: vine.enum(ATTRIBUTE_KINDS),
  unit: text().nullable(),
  name: text(),
  nameAr: text().nullable(),
  nameEn: text().nullable(),
  isFacet: truth(),
  choices: vine.array(vine.object({ value: text(), ar: text().nullable(), en: text().nullable() })),
  categories: vine.array(text()),
  products: count(),
})

const attributes = { tag: 'Attributes (staff)', staff: true }
const single = { ...attributes, params: attributeIdValidator }

describeRoutes({
  'admin.attributes.index': {
    ...attributes,
    summary: 'What sheets say about parts, by name',
    query: attributeListValidator,
    answer: page(attribute),
  },
  'admin.attributes.store': {
    ...attributes,
    summary: 'Add an attribute; the sheets of its categories ask for it',
    body: attributeValidator,
    problems: [400, 409],
    status: 201,
    answer: one(attribute),
  },
  'admin.attributes.show': { ...single, summary: 'An attribute', answer: one(attribute) },
  'admin.attributes.update': {
    ...single,
    summary: 'Change an attribute; its code stays, and text and choice turn into each other',
    body: attributePatchValidator,
    problems: [400, 409],
    answer: one(attribute),
  },
  'admin.attributes.destroy': {
    ...single,
    summary: 'Remove an attribute that no product has',
    problems: [400, 409],
    status: 204,
  },
})
