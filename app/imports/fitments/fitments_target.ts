import { UNDOABLE_FITMENTS } from '#app/fitment/rules/undo_fitments'
import type { Fields } from '#app/imports/files/fields'
import { applyFitments } from '#app/imports/fitments/apply_fitments'
import { fitmentRules } from '#app/imports/fitments/columns'
import { positionOf } from '#app/imports/fitments/positions'
import { settleFitments } from '#app/imports/fitments/settle_fitments'
import { vehicleWordsOf } from '#app/imports/fitments/vehicle_words'
import { type ImportTarget, RowRejected, type StagingContext } from '#app/imports/import_target'
import { PART_COLUMNS, partOf } from '#app/imports/part_identity'
import { atMost, limitedText, wholeNumber } from '#app/imports/files/values'
import { notAList } from '#app/imports/files/not_a_list'
import { UnusableFile } from '#app/platform/tabular/unusable_file'

const VEHICLE = ['ktype', 'application', 'make', 'model']

/** Which products fit which vehicles: K-types outright, or rules such as `Clio IV, K9K, 2012–2019`. */
const fitmentsTarget: ImportTarget = {
  entity: 'fitments',
  undoable: [UNDOABLE_FITMENTS],

  columns: {
    ...PART_COLUMNS,
    ktype: 'integer',
    vehicle: 'text',
    scopes: 'jsonb',
    position: 'text',
    condition: 'text',
    quantity: 'smallint',
    source: 'text',
  },

  // Two million rows in transactions of the usual size spend a quarter of their time beginning them.
  batchRows: 50_000,

  read(headers) {
    return {
      name: 'fitments',
      rules: fitmentRules(headers),
      numbers: ['cc', 'quantity'],
      stage: stageFitment,
    }
  },

  expectColumns(columns, headers) {
    const part = columns.has('sku') || columns.has('mpn')
    if (part && VEHICLE.some((column) => columns.has(column))) return
    if (part && columns.has('base_vehicle')) {
      throw new UnusableFile(
        'names vehicles by their numbers in VCdb, which is licensed: add the columns year, make and model'
      )
    }
    const needs = 'sku or mpn, and ktype, make and model, or application'
    throw notAList('fitments', headers, needs)
  },

  settle: settleFitments,
  apply: applyFitments,
}

export default fitmentsTarget

function stageFitment(fields: Fields, context: StagingContext) {
  const position = fields.text('position')
  return {
    ...partOf(fields),
    ...vehicleOf(fields, context),
    position: position === undefined ? '' : positionOf(position),
    condition: conditionOf(fields),
    quantity: quantityOf(fields, context),
    source: context.supplier || undefined,
  }
}

function vehicleOf(fields: Fields, context: StagingContext) {
  const ktype = fields.text('ktype')
  if (ktype !== undefined) return { ktype: ktypeOf(ktype) }
  const words = vehicleWordsOf(fields, context)
  if (words) return { vehicle: JSON.stringify(words) }
  throw new RowRejected(
    'the row names no vehicle: it needs a ktype, make and model, or an application'
  )
}

const MOST_PIECES = 1_000

/** How many of the part a vehicle takes. */
function quantityOf(fields: Fields, { decimals }: StagingContext): number | undefined {
  const cell = fields.cell('quantity')
  if (cell === undefined) return undefined
  const quantity = wholeNumber('quantity', cell, decimals, { min: 1 })
  return atMost('quantity', cell, quantity, MOST_PIECES)
}

function ktypeOf(text: string): number {
  const ktype = Number(text)
  if (Number.isInteger(ktype) && ktype > 0 && ktype < 2_147_483_648) return ktype
  throw new RowRejected(`ktype: «${text}» is not a whole number`)
}

function conditionOf(fields: Fields): string {
  const condition = fields.text('condition')
  const qualifier = fields.text('qualifier')
  const text =
    condition && qualifier ? `${qualifier} ; ${condition}` : (condition ?? qualifier ?? '')
  return limitedText('condition', text, 500)
}
