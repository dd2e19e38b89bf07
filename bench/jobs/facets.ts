import { queryOf, selections } from '../selections.js'
import type { Job } from './job.js'
import { p95Verdicts, reads } from './reads.js'

/** Facet counts of the same selections as the lists. */
export const facets: Job = async (bench) => {
  const chosen = await selections(bench.database)
  const path = (n: number, shift?: number) =>
    `/api/v1/products/facets?${queryOf(chosen[n % 200], shift)}`

  const samples = await reads(bench, {
    job: 'facets',
    connections: 8,
    cold: (n) => path(n, 1 + Math.floor(n / 200)),
    warm: chosen.map((_, n) => path(n)),
  })
  return { samples, verdicts: p95Verdicts(samples, { cold: 80 }) }
}
