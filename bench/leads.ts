/**
 * How long leads take when there are many: lists, filters, search, one lead, and working one.
 * Makes up as many leads as are missing, in the database that the shop works on.
 *
 *     node bench/leads.ts http://localhost:3333 admin@shabou.tn PASSWORD postgres://… [10000]
 */
import pg from 'pg'

const ROUNDS = 40
const [base, email, password, database, wanted = '10000'] = process.argv.slice(2)

const client = new pg.Client({ connectionString: database })
await client.connect()
await makeUp(Number(wanted))
const {
  rows: [{ leads, middle, id }],
} = await client.query<{ leads: number; middle: string; id: number }>(
  `select count(*)::int as leads, (array_agg(name order by id))[count(*) / 2] as middle, max(id) as id from leads`
)
await client.end()

const token = await logIn()
const cursor = await cursorAfter(20)
const READS = {
  'list': '/api/admin/leads',
  'list, 100 of them': '/api/admin/leads?limit=100',
  'list, 20 pages on': `/api/admin/leads?cursor=${cursor}`,
  'a status': '/api/admin/leads?status=contacted',
  'a band': '/api/admin/leads?band=D',
  'a segment in a governorate': '/api/admin/leads?segment=fleet&governorate=TN-83',
  'a source': '/api/admin/leads?source=csv',
  'a rare source': '/api/admin/leads?source=manual',
  'search, a common word': '/api/admin/leads?q=garage',
  'search, a name': `/api/admin/leads?q=${encodeURIComponent(middle)}`,
  'search, nothing there': '/api/admin/leads?q=zzyzx',
  'search, a telephone': '/api/admin/leads?q=20005000',
  'search with filters': '/api/admin/leads?q=garage&status=lost&governorate=TN-11',
  'a lead with its terms': `/api/admin/leads/${id}`,
}

process.stdout.write(`${leads} leads\n\n| request | p50 ms | p95 ms |\n| --- | --- | --- |\n`)
for (const [name, path] of Object.entries(READS)) await measure(name, () => ask(path))
await measure('a note, and the score again', (round) =>
  ask(`/api/admin/leads/${id - round}`, { method: 'PATCH', body: '{"notes":"bench"}' })
)

async function measure(name: string, request: (round: number) => Promise<unknown>) {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now()
    await request(round)
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)].toFixed(0)
  process.stdout.write(`| ${name} | ${at(0.5)} | ${at(0.95)} |\n`)
}

async function logIn(): Promise<string> {
  const { data } = await ask('/api/admin/auth/login', {
    method: 'POST',
    body: JSON.stringify({ email, password }),
  })
  return (data as { accessToken: string }).accessToken
}

async function cursorAfter(pages: number): Promise<string> {
  let next = ''
  for (let page = 0; page < pages; page++) {
    const path = `/api/admin/leads${next && `?cursor=${next}`}`
    const { meta } = await ask(path)
    next = encodeURIComponent(meta!.nextCursor)
  }
  return next
}

async function ask(path: string, init: RequestInit = {}) {
  const headers = {
    'accept': 'application/json',
    'content-type': 'application/json',
    ...(path.endsWith('/login') ? {} : { authorization: `Bearer ${token}` }),
  }
  const answer = await fetch(base + path, { ...init, headers })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as { data: unknown; meta?: { nextCursor: string } }
}

/** Businesses of every segment and governorate, with scores, telephones, sources and what happened with them. */
async function makeUp(count: number) {
  await client.query('begin')
  await client.query(`select set_config('app.actor', 'bench', true)`)
  await client.query(
    `with made as (
       insert into leads (name, segment, governorate, delegation, website, latitude, longitude, makes, status, score, band,
         terms, ruleset, field_origin)
       select (array['Garage', 'Ets', 'Auto', 'Société', 'كراج'])[1 + n % 5] || ' ' || md5(n::text)::varchar(7) || ' ' || n,
         (array['garage', 'workshop', 'fleet', 'driving_school', 'dealer', 'reseller', 'administration', 'station'])[1 + n % 8],
         'TN-' || (array['11', '12', '13', '21', '23', '31', '41', '51', '61', '81', '83'])[1 + n % 11], 'Centre',
         'http://b' || n || '.tn/', 33 + (n % 400) / 100.0, 9 + (n % 200) / 100.0, array['renault', 'peugeot'],
         (array['new', 'new', 'to_call', 'contacted', 'quote', 'won', 'lost'])[1 + n % 7], n % 101,
         (array['D', 'C', 'B', 'A'])[1 + (n % 101) / 26], '[{"k": "fit.segment", "v": 20, "why": "garage"}]', 1, '{"name": "csv"}'
       from generate_series((select count(*) from leads)::int + 1, $1::int) n returning id, name
     ), sources as (
       insert into lead_sources (lead_id, source, key, says, first_seen_at, last_seen_at)
       select id, (array['website', 'csv', 'csv', 'csv'])[1 + id % 4], 'bench-' || id,
         jsonb_build_object('name', name, 'phones', jsonb_build_array('+2162' || lpad(id::text, 7, '0')), 'emails', '[]'::jsonb,
           'makes', '[]'::jsonb, 'brands', '[]'::jsonb, 'signs', '{}'::jsonb), now(), now() from made
     ), keys as (
       insert into lead_keys (lead_id, kind, value, origin)
       select id, kind, value, 'csv' from made cross join lateral (values
         ('phone', '+2162' || lpad(id::text, 7, '0')), ('email', 'contact@b' || id || '.tn'), ('name', lower(name))) k (kind, value)
     )
     insert into lead_events (lead_id, kind, data, actor)
     select id, kind, '{"text": "bench"}', 'bench' from made cross join lateral (values ('found'), ('note'), ('note')) e (kind)`,
    [count]
  )
  await client.query('commit')
  await client.query('analyze leads, lead_sources, lead_keys, lead_events')
}
