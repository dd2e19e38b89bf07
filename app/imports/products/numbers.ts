import type { Fields } from '#app/imports/files/fields'
import type { StagingContext } from '#app/imports/import_target'
import { normaliseNumber } from '#app/references/normalise'
import { splitList } from '#app/platform/tabular/lists'

/** A row of `part_numbers`; both normalised forms come along, so that SQL need not make them again. */
type StagedNumber = [
  kind: string,
  owner: string,
  number: string,
  ownerNorm: string,
  numberNorm: string,
]

export type WrittenNumber = [kind: string, owner: string, number: string]

/** Lists of `owner:number`, by kind. */
const LISTS: [column: string, kind: string][] = [
  ['oe_numbers', 'oe'],
  ['cross_references', 'cross'],
  ['trade_numbers', 'trade'],
  ['supplier_numbers', 'supplier'],
  ['superseded_numbers', 'superseded'],
]

/** All numbers of a row besides its SKU and maker's number, each once. */
export function numbersOf(
  fields: Fields,
  gtins: string[],
  { supplier }: StagingContext
): StagedNumber[] {
  const numbers: WrittenNumber[] = LISTS.flatMap(([column, kind]) => {
    const owner = kind === 'supplier' ? supplier : ''
    return splitNumbers(fields.text(column) ?? '').map((item) => parseNumber(kind, item, owner))
  })
  const supplierNumber = fields.text('supplier_number')
  if (supplierNumber)
    numbers.push(['supplier', fields.text('supplier') ?? supplier, supplierNumber])
  return unique([...numbers, ...gtins.map((gtin): WrittenNumber => ['gtin', '', gtin])])
}

/** GTINs of a row: 8 to 14 digits. What a spreadsheet made of them (`3.16E+12`) is left out. */
export function gtinsOf(fields: Fields, context: StagingContext): string[] {
  const given = ['gtin', 'upc'].flatMap((column) => splitList(fields.text(column) ?? ''))
  return given.flatMap((text) => {
    const digits = text.replace(/[\s-]/g, '')
    if (/^\d{8,14}$/.test(digits)) return [digits]
    context.note('a GTIN that is not 8 to 14 digits was left out', text.slice(0, 30))
    return []
  })
}

/** Our own lists use `|`; other people's commas, semicolons and line ends. */
export function splitNumbers(text: string): string[] {
  return text.includes('|')
    ? splitList(text)
    : text
        .split(/[;,\n]/)
        .map((item) => item.trim())
        .filter(Boolean)
}

/** `Renault:7701206379`; an export of ours writes a colon of the owner as `\\:`. */
export function parseNumber(kind: string, item: string, owner: string): WrittenNumber {
  const found = /^((?:\\:|[^:])*):(.*)$/s.exec(item)
  if (!found) return [kind, owner, item]
  return [kind, found[1].replaceAll('\\:', ':').trim() || owner, found[2].trim()]
}

/** Numbers that differ in spelling alone are one; what has no letter or digit is none. */
function unique(numbers: WrittenNumber[]): StagedNumber[] {
  const found = new Map<string, StagedNumber>()
  for (const [kind, owner, number] of numbers) {
    const ownerNorm = normaliseNumber(owner)
    const numberNorm = normaliseNumber(number)
    const key = `${kind}:${ownerNorm}:${numberNorm}`
    if (numberNorm && !found.has(key)) found.set(key, [kind, owner, number, ownerNorm, numberNorm])
  }
  return [...found.values()]
}
