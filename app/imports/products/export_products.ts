import type pg from 'pg'
import { type ProductFilter, productConditions } from '#app/catalogue/products/product_filter'
import type { Sort } from '#app/catalogue/products/product_rows_query'
import { taxonomy } from '#app/catalogue/taxonomy'
import { CANONICAL } from '#app/imports/products/columns'
import { productsToExport } from '#app/imports/products/export_query'
import { withSession } from '#app/platform/database/session'
import { joinList } from '#app/platform/tabular/lists'
import type { Cell } from '#app/platform/tabular/row'

/** Which products, in which order: as the list of all products knows them. */
export interface ExportedList {
  filter: ProductFilter
  sort?: Sort
  order?: 'asc' | 'desc'
  /** Without what products cost us when it is false. */
  withCosts?: boolean
}

/** A row of the query: money in millimes, lists as arrays. */
type ExportedProduct = Partial<Record<Column, ExportedValue>>
type Column = (typeof CANONICAL)[number]
type ExportedValue = string | number | boolean | string[] | null

const FETCH_ROWS = 1_000
const MONEY = ['price', 'compare_at_price', 'cost', 'core_charge']

/**
 * Products under our own columns, as of one moment; in the order of their
 * creation, unless told otherwise. `asText` writes money as `89.900`; else it is a number of dinars.
 */
export async function exportProducts<Result>(
  list: ExportedList,
  asText: boolean,
  write: (headers: string[], rows: AsyncIterable<Cell[]>) => Promise<Result>
): Promise<Result> {
  const conditions = productConditions(list.filter, await taxonomy())
  return withSession('export', async (session) => {
    await session.query('begin isolation level repeatable read read only')
    const { text, values } = productsToExport(list, conditions)
    await session.query(`declare products no scroll cursor for ${text}`, values)
    const columns = CANONICAL.filter((column) => list.withCosts !== false || column !== 'cost')
    return write([...columns], rows(session, columns, asText))
  })
}

async function* rows(
  session: pg.Client,
  columns: Column[],
  asText: boolean
): AsyncGenerator<Cell[]> {
  for (;;) {
    const fetched = await session.query<ExportedProduct>(`fetch ${FETCH_ROWS} from products`)
    if (!fetched.rows.length) return
    for (const product of fetched.rows) {
      yield columns.map((column) => toCell(column, product[column] ?? null, asText))
    }
  }
}

function toCell(column: string, value: ExportedValue, asText: boolean): Cell {
  if (value === null) return ''
  if (Array.isArray(value)) return column === 'category_path' ? value.join(' > ') : toList(value)
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number' && MONEY.includes(column)) {
    return asText ? (value / 1000).toFixed(3) : value / 1000
  }
  return value
}

/** A single item with a comma would be read as several: the `|` says that it is one. */
function toList(items: string[]): string {
  const list = joinList(items)
  return items.length === 1 && /[,;\n]/.test(list) ? `${list}|` : list
}
