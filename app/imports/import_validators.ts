import vine from '@vinejs/vine'
import type { GivenMapping } from '#app/platform/tabular/mapping'
import { flag, id, isText, paging, text, valuesByName } from '#app/platform/http/input'
import { MOVE_NAMES } from '#app/imports/runs/import_run_state'
import { IMPORTABLE } from '#app/imports/targets'
import { filterFields } from '#app/catalogue/products/product_filter'
import { orderFields } from '#app/catalogue/products/product_list_validator'

export const importIdValidator = vine.create({ id: id() })

export const importMoveValidator = vine.create({ id: id(), move: vine.enum(MOVE_NAMES) })

/** Groups of states that a list is narrowed down to. */
export const GROUPS = {
  waiting: ['uploaded', 'checked', 'paused'],
  running: ['checking', 'staging', 'applying', 'rolling_back'],
  failed: ['failed'],
} as const
export type Group = keyof typeof GROUPS

export const importListValidator = vine.create({
  group: vine.enum(Object.keys(GROUPS) as Group[]).optional(),
  ...paging(),
})

/** A form with a file: what is in it, and whose list it is. */
export const uploadValidator = vine.create({
  entity: vine.enum(IMPORTABLE).optional(),
  supplier: text({ max: 100 }).optional(),
})

const isMapping = vine.createRule(
  (value, _, field) => {
    const mapping = parsed(value)
    if (mapping) return field.mutate(mapping, field)
    field.report(
      'The {{ field }} field must be JSON: {"their column": "our column"}',
      'mapping',
      field
    )
  },
  { name: 'mapping' }
)

function parsed(value: unknown): GivenMapping | undefined {
  try {
    const mapping: unknown = JSON.parse(String(value))
    if (typeof mapping !== 'object' || mapping === null || Array.isArray(mapping)) return undefined
    const isNamed = Object.entries(mapping).every(
      ([theirs, ours]) =>
        isText(theirs) && (ours === null || (typeof ours === 'string' && isText(ours)))
    )
    return isNamed ? (mapping as GivenMapping) : undefined
  } catch {
    // Not JSON: refused, with what it should have been.
    return undefined
  }
}

/** The same from a program, which says at once what the columns are and whether to try it only. */
export const programUploadValidator = vine.create({
  entity: vine.enum(IMPORTABLE).optional(),
  supplier: text({ max: 100 }).optional(),
  mapping: text({ max: 100_000 })
    .use(isMapping())
    .transform((mapping) => mapping as unknown as GivenMapping)
    .optional(),
  dryRun: flag().optional(),
})

const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1256'] as const
export const DELIMITERS = [',', ';', '\t', '|'] as const

/** What somebody says about the columns of a file: `c12` is the 13th of it; empty means as detected. */
export const columnsValidator = vine.create({
  encoding: vine.enum(ENCODINGS).optional(),
  delimiter: vine.enum(['comma', 'semicolon', 'tab', 'bar'] as const).optional(),
  decimals: vine.enum(['point', 'comma'] as const).optional(),
  map: valuesByName(text({ min: 0, max: 60 }).nullable()).optional(),
})

/** The same from a program: by headers; null leaves a column out. */
export const programColumnsValidator = vine.create({
  encoding: vine.enum(ENCODINGS).optional(),
  delimiter: vine.enum(DELIMITERS).optional(),
  decimals: vine.enum(['point', 'comma'] as const).optional(),
  mapping: valuesByName(text({ max: 60 }).nullable()).optional(),
})

export const startValidator = vine.create({ confirmed: flag().optional() })

/** The list of all products, with its filters and its order. */
export const exportValidator = vine.create({ ...filterFields, ...orderFields })
