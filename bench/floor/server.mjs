/** node:http and one prepared statement of `pg`, without framework or validation. */
import http from 'node:http'
import pg from 'pg'

const FACETS = `
  with m as materialized (
    select brand_id, attributes->>'position' p, attributes->>'materiau' ma, attributes->>'garantie' g
    from product where cats @> array[$1::int]
  )
  select 'brand' k, brand_id::text v, count(*)::int n from m group by 2
  union all select 'position', p, count(*)::int from m group by 2
  union all select 'materiau', ma, count(*)::int from m group by 2
  union all select 'garantie', g, count(*)::int from m group by 2`

const connectionString = process.env.DATABASE_URL ?? 'postgres://bench@127.0.0.1:55432/limitdb'
const pool = new pg.Pool({ connectionString, max: 10 })
const { rows } = await pool.query('select id, slug from category')
const categories = new Map(rows.map(({ id, slug }) => [slug, id]))

http
  .createServer(async (request, response) => {
    const { searchParams } = new URL(request.url, 'http://floor')
    const category = categories.get(searchParams.get('category')) ?? 0
    const { rows: facets } = await pool.query({ name: 'facets', text: FACETS, values: [category] })
    const body = JSON.stringify({ facets })
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    })
    response.end(body)
  })
  .listen(Number(process.env.PORT), '127.0.0.1')
