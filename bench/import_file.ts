import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { csvLine } from './csv.js'

const HEADERS = [
  'sku',
  'name',
  'name_ar',
  'brand',
  'mpn',
  'category_path',
  'price',
  'cost',
  'stock',
  'tax_rate',
  'oe_numbers',
  'status',
  'attr_n_width',
  'attr_t_side',
]
const FAMILIES = ['Freinage', 'Filtration', 'Moteur', 'Direction', 'Éclairage', 'Transmission']
const SIDES = ['gauche', 'droite']

/** Writes a catalogue of `rows` products: 60 brands, 72 categories, 4 numbers and 2 attributes each. */
export async function writeImportFile(path: string, rows: number) {
  await pipeline(Readable.from(lines(rows)), createWriteStream(path))
}

function* lines(rows: number) {
  yield csvLine(HEADERS)
  for (let row = 1; row <= rows; row++) yield csvLine(cells(row))
}

function cells(row: number) {
  const mpn = `M${row * 7}-${row % 97}`
  return [
    `IMP-${row}`,
    `Pièce ${row} pour ${FAMILIES[row % 6].toLowerCase()}`,
    `قطعة ${row}`,
    `Marque ${row % 60}`,
    mpn,
    `${FAMILIES[row % 6]} > Famille ${row % 12} > Type ${row % 72}`,
    (5 + (row % 900) + 0.25).toFixed(3),
    (3 + (row % 600)).toFixed(3),
    row % 40,
    19,
    `Peugeot:${1_000_000 + row}|Renault:${7_700_000_000 + row}`,
    'active',
    20 + (row % 180),
    SIDES[row % 2],
  ]
}
