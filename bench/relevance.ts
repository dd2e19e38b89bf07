/**
 * Measures how well search ranks, on judged queries and on known numbers, with the search of the shop:
 *
 *     npm run bench:relevance -- --products=FILE.jsonl.gz --mapping=samples/icecat.mapping.json
 *       --judgments=FILE.csv [--known=2000] [--show]
 *
 * `DATABASE_URL` names a database of its own; the products are imported when it has none.
 */
await import('../bin/typescript.js')
const { relevance } = await import('./relevance/relevance.js')
process.exitCode = await relevance(process.argv.slice(2))
process.exit()
