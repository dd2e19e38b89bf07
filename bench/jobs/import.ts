import { once } from 'node:events'
import { join } from 'node:path'
import { writeImportFile } from '../import_file.js'
import { peakBytes } from '../processes.js'
import { megabytes } from '../report.js'
import type { Bench, Job } from './job.js'

const ROWS = 100_000

/** A CSV of 100,000 new products into an empty shop, then the same file again: nothing to change. */
export const imports: Job = async (bench) => {
  const { shop, database } = bench
  const file = join(shop.root, 'tmp/bench/import.csv')
  await writeImportFile(file, ROWS)
  const env = await database.anotherDatabase('bench_import')
  await finished(bench, ['prepare'], { ...env, DEMO: '0' })

  const first = await finished(bench, ['catalogue:import', file, '--yes'], env)
  const again = await finished(bench, ['catalogue:import', file, '--yes'], env)
  return {
    samples: [],
    verdicts: [
      { what: 'import of 100,000 rows', measured: first.seconds, limit: 60, unit: 's' },
      { what: 'import, peak memory', measured: megabytes(first.peak), limit: 400, unit: 'MB' },
      { what: 'import again, nothing changed', measured: again.seconds, limit: 60, unit: 's' },
    ],
  }
}

/** Runs a command of the shop to its end, as `npm run ace` does: seconds it took, and the most memory it held. */
export async function finished({ shop }: Bench, args: string[], env: Record<string, string>) {
  const started = performance.now()
  const child = shop.spawn(['--max-semi-space-size=8', 'ace.js', ...args], env)
  let peak = 0
  const watching = setInterval(() => (peak = Math.max(peak, peakBytes(child.pid!))), 100)
  const [code] = await once(child, 'exit')
  clearInterval(watching)
  if (code !== 0) throw new Error(`${args[0]} failed (${code}): see tmp/bench/shop.log`)
  return { seconds: (performance.now() - started) / 1000, peak }
}
