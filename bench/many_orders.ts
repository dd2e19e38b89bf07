/**
 * Makes up as many orders as are missing, four years of them, with lines, contacts, events, payments, parcels and
 * movements of stock: for pages that have to stay fast (`bench/pages.ts`). The books stay right; triggers are off, so
 * there is no audit log of them. Needs a superuser and a shop with products in it. The same rows every time.
 *
 *     node bench/many_orders.ts postgres://… [1000000]
 */
import pg from 'pg'
import { CHANCE, STEPS } from './order_rows.ts'

const [database, wanted = '1000000'] = process.argv.slice(2)
const client = new pg.Client({ connectionString: database })
await client.connect()

const { rows } = await client.query<{ there: number }>('select count(*)::int as there from orders')
const missing = Number(wanted) - rows[0].there
if (missing > 0) {
  const began = performance.now()
  await makeUp(missing)
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  process.stdout.write(`${missing} orders made up in ${seconds} s\n`)
}
await client.query('vacuum analyze')
await client.end()

async function makeUp(count: number) {
  await client.query('begin')
  await client.query(`set local session_replication_role = replica`)
  await client.query(`set local work_mem = '128MB'`)
  await client.query(CHANCE)
  for (const [name, text] of Object.entries(STEPS)) {
    const began = performance.now()
    const { rowCount } = await client.query(text.replaceAll('$COUNT', String(count)))
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    process.stdout.write(`${name}: ${rowCount ?? 0} in ${seconds} s\n`)
  }
  await client.query('commit')
}
