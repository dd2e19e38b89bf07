import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import type { ImportOptions } from '#app/imports/runs/import_run'
import { importTarget } from '#app/imports/targets'
import { HeaderMapping } from '#app/platform/tabular/mapping'
import { csvLine } from '#app/platform/tabular/write_csv'

type Run = { entity: string; options: ImportOptions }

/** Columns that our own file of rejected rows has before those of the list. */
const OURS = 2

/**
 * A file of rejected rows for somebody who may not know costs: without the columns that hold them, by
 * their name or because somebody said so. A row that could not be cut into cells is left out but for its
 * reason.
 */
export function rejectionsWithoutCosts(path: string, run: Run): Readable {
  const records = createReadStream(path).pipe(parse({ relax_column_count: true }))
  return Readable.from(linesWithoutCosts(records, run))
}

async function* linesWithoutCosts(records: AsyncIterable<string[]>, run: Run) {
  let kept: number[] | undefined
  let width = 0
  for await (const cells of records) {
    kept ??= await placesWithoutCosts(cells, run)
    width ||= cells.length
    const [line, reason = ''] = cells
    const rest = cells.length === width ? kept.map((place) => cells[place]) : []
    yield csvLine([line, reasonWithoutCost(reason), ...rest])
  }
}

async function placesWithoutCosts(headers: string[], { entity, options }: Run): Promise<number[]> {
  const target = await importTarget(entity)
  const { rules } = target.read(headers.slice(OURS), true)
  const mappings = [new HeaderMapping(rules), new HeaderMapping(rules, options.mapping)]
  const isCost = (header: string) =>
    mappings.some((mapping) => mapping.fieldOf(header)?.column === 'cost')
  return headers.flatMap((header, place) => (place < OURS || isCost(header) ? [] : [place]))
}

/** A reason quotes the cell. */
export function reasonWithoutCost(reason: string): string {
  const [from, to] = [reason.indexOf('«'), reason.lastIndexOf('»')]
  if (!reason.startsWith('cost:') || from < 0 || to < from) return reason
  return `${reason.slice(0, from)}«…»${reason.slice(to + 1)}`
}
