import type { Fields } from '#app/imports/files/fields'
import { RowRejected, type StagingContext } from '#app/imports/import_target'
import { KIND_OF_LIST } from '#app/imports/numbers/columns'
import { numberKind } from '#app/imports/numbers/number_kinds'
import { partOf } from '#app/imports/part_identity'
import { parseNumber, splitNumbers } from '#app/imports/products/numbers'
import { atMost, limitedText, wholeNumber } from '#app/imports/files/values'
import { normaliseNumber } from '#app/references/normalise'

type GivenNumber = { kind: string; owner: string; number: string }

/** A row of a list of numbers: numbers of a part, or one that another one replaced. Throws `RowRejected`. */
export function stageNumbers(fields: Fields, context: StagingContext) {
  const old = fields.text('old_number')
  const replacement = fields.text('new_number')
  if (replacement !== undefined) return stageSupersession(old, replacement, fields)
  const numbers = numbersOf(fields, context)
  if (old !== undefined) numbers.push(...several('superseded', old, ownerOf(fields)))
  if (!numbers.length) throw new RowRejected('number: the row has none')
  return {
    ...partOf(fields),
    numbers: numbers.map(checked),
    confidence: confidenceOf(fields, context),
    source: context.supplier || undefined,
  }
}

function stageSupersession(old: string | undefined, replacement: string, fields: Fields) {
  if (old === undefined) throw new RowRejected('old_number: what was replaced is missing')
  const [from, to] = [old, replacement].map((number) =>
    checked({ kind: 'superseded', owner: '', number })
  )
  if (normaliseNumber(from.number) === normaliseNumber(to.number)) {
    throw new RowRejected(`new_number: «${replacement}» is the number it would replace`)
  }
  return { old_number: from.number, new_number: to.number, owner: ownerOf(fields) }
}

function numbersOf(fields: Fields, context: StagingContext): GivenNumber[] {
  const owner = ownerOf(fields)
  const listed = KIND_OF_LIST.flatMap(([column, kind]) =>
    several(kind, fields.text(column), owner || (kind === 'supplier' ? context.supplier : ''))
  )
  const number = fields.text('number')
  if (number === undefined) return listed
  const word = fields.text('kind')
  if (word === undefined)
    throw new RowRejected(`kind: what «${number}» is must be said: oe, cross, supplier …`)
  const kind = numberKind(word)
  return [
    ...listed,
    ...several(kind, number, owner || (kind === 'supplier' ? context.supplier : '')),
  ]
}

/** `Renault:7701206379|PSA:4252.45`. */
function several(kind: string, cell: string | undefined, owner: string): GivenNumber[] {
  if (cell === undefined) return []
  const items = splitNumbers(cell)
  if (!items.length) throw new RowRejected(`number: «${cell}» has no letter or digit`)
  return items.map((item) => {
    const [, whose, number] = parseNumber(kind, item, owner)
    return { kind, owner: whose, number }
  })
}

function checked({ kind, owner, number }: GivenNumber): GivenNumber {
  if (!normaliseNumber(number)) throw new RowRejected(`number: «${number}» has no letter or digit`)
  if (kind === 'gtin' && !/^\d{8,14}$/.test(number.replace(/[\s-]/g, ''))) {
    throw new RowRejected(`gtin: «${number}» is not 8 to 14 digits`)
  }
  return {
    kind,
    owner: limitedText('owner', owner, 100),
    number: limitedText('number', number, 100),
  }
}

const ownerOf = (fields: Fields) => fields.text('owner') ?? ''

function confidenceOf(fields: Fields, { decimals }: StagingContext): number | undefined {
  const cell = fields.cell('confidence')
  if (cell === undefined) return undefined
  return atMost('confidence', cell, wholeNumber('confidence', cell, decimals), 100)
}
