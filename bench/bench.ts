import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { BenchDatabase } from './database.js'
import { cart } from './jobs/cart.js'
import { checkout } from './jobs/checkout.js'
import { facets } from './jobs/facets.js'
import { fitments } from './jobs/fitments.js'
import { imports } from './jobs/import.js'
import type { Job } from './jobs/job.js'
import { list } from './jobs/list.js'
import { mixed } from './jobs/mixed.js'
import { product } from './jobs/product.js'
import { search } from './jobs/search.js'
import { type JobName, readOptions } from './options.js'
import { isKept, sampleTable, type Sample, type Verdict, verdictTable } from './report.js'
import { Shop } from './shop.js'

const ROOT = fileURLToPath(new URL('../', import.meta.url)).replace(/\/$/, '')
const JOBS: Record<JobName, Job> = {
  list,
  product,
  facets,
  search,
  mixed,
  cart,
  checkout,
  import: imports,
  fitments,
}

/** Runs the jobs, prints what they measured beside the budgets, and gives back what it started. */
export async function bench(args: string[]): Promise<number> {
  const { jobs, products, fitments: cars, seconds } = readOptions(args)
  const database = await BenchDatabase.open(ROOT)
  const shop = new Shop(ROOT, database)
  const samples: Sample[] = []
  const verdicts: Verdict[] = []
  try {
    say(await machine(database, products))
    await shop.prepare(products, cars)
    await shop.startWeb()
    for (const name of jobs) {
      const outcome = await JOBS[name]({ shop, database, seconds, products })
      samples.push(...outcome.samples)
      verdicts.push(...outcome.verdicts)
      for (const note of outcome.notes ?? []) say(`${name}: ${note}`)
    }
  } finally {
    await shop.stopWeb()
    await database.close()
  }
  for (const { job, firstError } of samples) if (firstError) say(`${job}: ${firstError}`)
  say(`\n${sampleTable(samples)}\n\n${verdictTable(verdicts)}`)
  return verdicts.every(isKept) ? 0 : 1
}

async function machine(database: BenchDatabase, products: number) {
  const [{ version }] = await database.rows<{ version: string }>(
    `select current_setting('server_version') as version`
  )
  const processors = cpus()
  return `${products} products · ${processors.length} × ${processors[0].model} · Node ${process.versions.node} · PostgreSQL ${version} · ${new Date().toISOString()}`
}

const say = (line: string) => process.stdout.write(`${line}\n`)
