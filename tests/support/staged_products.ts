import { Fields } from '#app/imports/files/fields'
import { RowRejected, type StagingContext } from '#app/imports/import_target'
import productsTarget from '#app/imports/products/products_target'
import type { DecimalStyle } from '#app/platform/tabular/decimals'
import { HeaderMapping } from '#app/platform/tabular/mapping'
import type { Cell } from '#app/platform/tabular/row'

export type StagedProduct = Record<string, unknown>

/** What a list of products becomes before the database is asked: rows, or the reasons why not. */
export function stageProducts(
  objects: Record<string, Cell>[],
  { decimals = 'point', supplier = '' }: { decimals?: DecimalStyle; supplier?: string } = {}
) {
  const headers = [...new Set(objects.flatMap((object) => Object.keys(object)))]
  const reading = productsTarget.read(headers, false)
  const mapping = new HeaderMapping(reading.rules)
  const notes: string[] = []
  const context: StagingContext = { decimals, supplier, note: (what) => void notes.push(what) }
  const rows = objects.map((object, index) => {
    const filled = Object.entries(object).filter(([, cell]) => cell !== '')
    const row = { line: index + 2, cells: Object.fromEntries(filled) }
    try {
      const staged = reading.stage(new Fields(row, mapping), context, row)
      return Object.fromEntries(Object.entries(staged).filter(([, value]) => value !== undefined))
    } catch (error) {
      if (error instanceof RowRejected) return { rejected: error.message }
      throw error
    }
  })
  return { system: reading.name, rows: rows as StagedProduct[], notes }
}

/** The one row of a list of one. */
export function stageProduct(object: Record<string, Cell>, options = {}): StagedProduct {
  return stageProducts([object], options).rows[0]
}
