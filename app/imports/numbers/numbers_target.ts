import { UNDOABLE_PRODUCTS } from '#app/catalogue/undoable_catalogue'
import type { ImportTarget } from '#app/imports/import_target'
import { applyNumbers } from '#app/imports/numbers/apply_numbers'
import { KIND_OF_LIST, NUMBER_RULES } from '#app/imports/numbers/columns'
import { stageNumbers } from '#app/imports/numbers/stage_numbers'
import { PART_COLUMNS } from '#app/imports/part_identity'
import { UNDOABLE_SUPERSESSIONS } from '#app/references/undoable_supersessions'
import { notAList } from '#app/imports/files/not_a_list'

const LISTS = ['number', 'old_number', ...KIND_OF_LIST.map(([column]) => column)]

/** Further numbers of parts, and numbers that others replaced. */
const numbersTarget: ImportTarget = {
  entity: 'part-numbers',
  undoable: [UNDOABLE_PRODUCTS, UNDOABLE_SUPERSESSIONS],

  columns: {
    ...PART_COLUMNS,
    numbers: 'jsonb',
    confidence: 'smallint',
    source: 'text',
    old_number: 'text',
    new_number: 'text',
    owner: 'text',
  },

  read() {
    return { name: 'part numbers', rules: NUMBER_RULES, numbers: [], stage: stageNumbers }
  },

  expectColumns(columns, headers) {
    const isOfParts = columns.has('sku') || columns.has('mpn')
    if (isOfParts && LISTS.some((column) => columns.has(column))) return
    if (columns.has('old_number') && columns.has('new_number')) return
    throw notAList(
      'part numbers',
      headers,
      'sku or mpn, kind and number, or old_number and new_number'
    )
  },

  settle: () => Promise.resolve([]),
  apply: applyNumbers,
}

export default numbersTarget
