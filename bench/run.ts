/**
 * Measures the shop at 100,000 products against its budgets:
 *
 *     npm run bench -- --jobs=list,product,facets,search,mixed,cart,checkout,import,fitments --products=100000
 *       --fitments=2000000 --seconds=8
 *
 * The sources import through aliases and use all of TypeScript, so they are run as `ace` runs them.
 */
await import('../bin/typescript.js')
const { bench } = await import('./bench.js')
process.exitCode = await bench(process.argv.slice(2))
process.exit()
