/**
 * Measures the forecasts on public histories: the tables of the study of this project again, the simple models, the
 * pipeline of the shop with each seed, and which of the targets that leaves reached:
 *
 *     npm run bench:orion -- FOLDER [--seeds=1,2,3] [--until=-12]
 *     npm run bench:orion -- --fast-movers FILE [--seeds=1,2,3] [--until=-12]
 *     npm run bench:orion -- --fast-movers demo [--seeds=1,2,3]
 *     npm run bench:orion -- --time 10000 [--months=48]
 *     npm run bench:orion -- --features FOLDER|FILE|demo [--seeds=1,2] [--parts=600] [--file=carparts.csv.gz] [--without=season,frequency]
 *
 * FOLDER holds carparts.csv.gz, raf_parts.csv.gz and auto_parts.csv.gz (series_id, months): spare parts, by quantile
 * losses and stock at equal fill rates. FILE is the first year of Online Retail II (UCI): its 500 best-selling items by
 * week, by WAPE; `demo` is the 24 months of the demo shop. `--until=-12` drops the last periods first: choices are made there, never on those of the tables.
 * `--time` draws so many parts by dice and says how long learning and forecasting take, as the shop does both.
 * `--features` leaves out one group of features after the other, on so many parts and without the last periods;
 * `--without` leaves out those groups at once. FILE tells prices and what went under them, `demo` prices, categories and the age of
 * cars: there the groups that need them are measured, on the items of FILE that sell best or all that the demo has sold; `--until=0`
 * measures them on the last periods, to confirm what was seen on those before.
 */
await import('../bin/typescript.js')
const [first, ...others] = process.argv.slice(2)
if (first === '--features') {
  const { measureFeatures } = await import('./orion/measure_features.js')
  await measureFeatures(others)
} else if (first === '--time') {
  const { measureTime } = await import('./orion/measure_time.js')
  await measureTime(others)
} else if (first === '--fast-movers') {
  const { measureFastMovers } = await import('./orion/measure_fast_movers.js')
  await measureFastMovers(others)
} else {
  const { measureOrion } = await import('./orion/measure_orion.js')
  await measureOrion([first, ...others])
}
process.exit()
