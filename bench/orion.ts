/**
 * Measures the forecasts on histories of spare parts, with the pipeline of the shop, and prints tables of quantile
 * losses and of stock at equal fill rates, a line for each seed:
 *
 *     npm run bench:orion -- FOLDER [--seeds=1,2,3] [--until=-12]
 *
 * FOLDER holds carparts.csv.gz, raf_parts.csv.gz and auto_parts.csv.gz (series_id, months). `--until=-12` drops the
 * last months first: choices are made there, never on the months of the tables.
 */
await import('@poppinss/ts-exec')
const { measureOrion } = await import('./orion/measure_orion.js')
await measureOrion(process.argv.slice(2))
process.exit()
