import vine from '@vinejs/vine'
import { BULK_KINDS } from '#app/catalogue/bulk/bulk_change'
import { bulkChoiceValidator, bulkEditIdValidator } from '#app/catalogue/bulk/bulk_edit_validators'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { count, instant, one, page, text, truth } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'

const anything = () => vine.any().nullable()

const told = {
  id: count(),
  kind: vine.enum(BULK_KINDS),
  value: text().nullable(),
  state: text(),
  total: count(),
  done: count(),
  changed: count(),
  author: text(),
  createdAt: instant(),
  finishedAt: instant().nullable(),
}

const conflict = vine.object({
  entity: text(),
  id: count(),
  label: text(),
  field: text(),
  now: anything(),
  wanted: anything(),
})

const detail = one(vine.object({ ...told, mayBeUndone: truth(), conflicts: vine.array(conflict) }))

const sample = vine.object({
  id: count(),
  sku: text(),
  name: text(),
  before: anything(),
  after: anything(),
})

/** By kind: percent such as `5` or `-2,5`, the slug of a category, a status. */
const value = vine.create({ value: text() })

const edits = { tag: 'Bulk edits (staff)', staff: true }
const edit = { ...edits, params: bulkEditIdValidator }

describeRoutes({
  'admin.bulk_edit_api.index': {
    ...edits,
    summary: 'Changes of many products that have begun, newest first',
    query: pagingValidator,
    answer: page(vine.object(told)),
  },
  'admin.bulk_edit_api.store': {
    ...edits,
    summary: 'Choose products by id, or all of a list; nothing is changed before it is run',
    body: bulkChoiceValidator,
    status: 201,
    answer: detail,
  },
  'admin.bulk_edit_api.show': {
    ...edit,
    summary: 'How far a change is, and what an undo left',
    answer: detail,
  },
  'admin.bulk_edit_api.preview': {
    ...edit,
    summary: 'How many products, and the first of them before and after; null after: left as it is',
    query: value,
    answer: one(vine.object({ total: count(), sample: vine.array(sample) })),
  },
  'admin.bulk_edit_api.run': {
    ...edit,
    summary: 'Carry it out, once; beyond 500 products in the background',
    body: value,
    problems: [409],
    status: 202,
    answer: detail,
  },
  'admin.bulk_edit_api.undo': {
    ...edit,
    summary: 'Take it back within seven days; what others changed since stays',
    problems: [409],
    status: 202,
    answer: detail,
  },
})
