/**
 * Measures the forecasts on public histories, with the pipeline of the shop, a line for each seed:
 *
 *     npm run bench:orion -- FOLDER [--seeds=1,2,3] [--until=-12]
 *     npm run bench:orion -- --fast-movers FILE [--seeds=1,2,3] [--until=-12]
 *     npm run bench:orion -- --fast-movers demo [--seeds=1,2,3]
 *
 * FOLDER holds carparts.csv.gz, raf_parts.csv.gz and auto_parts.csv.gz (series_id, months): spare parts, by quantile
 * losses and stock at equal fill rates. FILE is the first year of Online Retail II (UCI): its 500 best-selling items by
 * week, by WAPE; `demo` is the 24 months of the demo shop. `--until=-12` drops the last periods first: choices are made there, never on those of the tables.
 */
await import('../bin/typescript.ts')
const [first, ...others] = process.argv.slice(2)
if (first === '--fast-movers') {
  const { measureFastMovers } = await import('./orion/measure_fast_movers.js')
  await measureFastMovers(others)
} else {
  const { measureOrion } = await import('./orion/measure_orion.js')
  await measureOrion([first, ...others])
}
process.exit()
