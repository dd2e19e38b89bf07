import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Vehicles that the file speaks of: K-types 1 to 3,500. */
export const KTYPES = 3_500
const PER_PRODUCT = 20
const LINES_PER_BLOCK = 10_000
const POSITIONS = ['', 'avant', 'arrière', 'avant gauche']

/** Writes `rows` fitments, 20 for each product `IMP-1`, `IMP-2` …; every fifth has one of 200 conditions. */
export async function writeFitmentsFile(path: string, rows: number) {
  await pipeline(Readable.from(blocks(rows)), createWriteStream(path))
}

function* blocks(rows: number) {
  yield 'sku;ktype;position;condition\n'
  for (let from = 0; from < rows; from += LINES_PER_BLOCK) {
    const length = Math.min(LINES_PER_BLOCK, rows - from)
    yield Array.from({ length }, (_, at) => line(from + at)).join('')
  }
}

/** 193 shares no factor with the number of K-types: a product never has the same one twice. */
function line(row: number) {
  const product = Math.floor(row / PER_PRODUCT) + 1
  const ktype = 1 + ((product * 7919 + (row % PER_PRODUCT) * 193) % KTYPES)
  const condition = row % 5 ? '' : `jusqu'au châssis ${row % 1_000}`
  return `IMP-${product};${ktype};${POSITIONS[product % 4]};${condition}\n`
}
