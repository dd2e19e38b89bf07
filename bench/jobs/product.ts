import type { Job } from './job.js'
import { p95Verdicts, reads } from './reads.js'

/** Product pages by address. Cold: each product once, in an order of its own. */
export const product: Job = async (bench) => {
  const rows = await bench.database.rows<{ slug: string }>(
    'select slug from product_listings order by hashint4(product_id), product_id'
  )
  const path = (n: number) => `/api/v1/products/${rows[n % rows.length].slug}`
  const samples = await reads(bench, {
    job: 'product',
    connections: 16,
    cold: path,
    warm: Array.from({ length: 200 }, (_, n) => path(n)),
  })
  return { samples, verdicts: p95Verdicts(samples, { cold: 25, warm: 5 }) }
}
