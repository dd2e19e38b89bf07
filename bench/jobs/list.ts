import { queryOf, selections } from '../selections.js'
import type { Job } from './job.js'
import { p95Verdicts, reads } from './reads.js'

const SORTS = ['price&sortOrder=asc', 'price&sortOrder=desc', 'popularity', 'newest']

/** Lists: category, brand and price filters, four orders. */
export const list: Job = async (bench) => {
  const chosen = await selections(bench.database)
  const path = (n: number, shift?: number) =>
    `/api/v1/products?${queryOf(chosen[n % 200], shift)}&sortBy=${SORTS[n % SORTS.length]}`

  const samples = await reads(bench, {
    job: 'list',
    connections: 8,
    cold: (n) => path(n, 1 + Math.floor(n / 200)),
    warm: chosen.map((_, n) => path(n)),
  })
  return { samples, verdicts: p95Verdicts(samples, { cold: 50, warm: 10 }) }
}
