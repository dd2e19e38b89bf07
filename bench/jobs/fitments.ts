import { join } from 'node:path'
import { KTYPES, writeFitmentsFile } from '../fitments_file.js'
import { megabytes } from '../report.js'
import { finished } from './import.js'
import type { Job } from './job.js'

const ROWS = 2_000_000

/** 2,000,000 fitments of 100,000 products by K-type into a shop without any, then the same file again. */
export const fitments: Job = async (bench) => {
  const { shop, database } = bench
  const file = join(shop.root, 'tmp/bench/fitments.csv')
  await writeFitmentsFile(file, ROWS)
  const env = await database.anotherDatabase('bench_fitments')
  await finished(bench, ['prepare'], { ...env, DEMO: '0' })
  await database.inAnother(env, SEED)

  const first = await finished(bench, ['fitments:import', file], env)
  const again = await finished(bench, ['fitments:import', file], env)
  return {
    samples: [],
    verdicts: [
      { what: 'loading 2,000,000 fitments', measured: first.seconds, limit: 120, unit: 's' },
      {
        what: 'loading fitments, peak memory',
        measured: megabytes(first.peak),
        limit: 600,
        unit: 'MB',
      },
      { what: 'loading fitments again', measured: again.seconds, limit: 120, unit: 's' },
    ],
  }
}

/** The products and vehicles that the file speaks of. */
const SEED = `
  insert into brands (slug, name) select 'marque-' || n, 'Marque ' || n from generate_series(1, 60) n;
  insert into products (sku, slug, brand_id, mpn, name_fr)
  select 'IMP-' || n, 'imp-' || n, b.id, 'M' || n, 'Pièce ' || n
  from generate_series(1, 100000) n join brands b on b.slug = 'marque-' || (1 + n % 60);
  insert into vehicle_makes (slug, name) select 'make-' || n, 'Make ' || n from generate_series(1, 50) n;
  insert into vehicle_models (make_id, slug, name, year_from)
  select m.id, 'model-' || n, 'Model ' || n, 2000
  from generate_series(1, 350) n join vehicle_makes m on m.slug = 'make-' || (1 + n % 50);
  insert into vehicle_types (model_id, name, body, fuel, produced_from, ktype)
  select m.id, '1.5 dCi ' || n, 'hatchback', 'diesel', '2000-01-01', n
  from generate_series(1, ${KTYPES}) n join vehicle_models m on m.slug = 'model-' || (1 + n % 350);
  analyze`
