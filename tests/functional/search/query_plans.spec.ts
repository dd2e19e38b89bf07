import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { chooseChampions, countWords } from '#app/search/index/reindex_search'
import { repeats } from '#tests/depth'
import { emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { bearer } from '#tests/support/staff'
import { statementsDuring, type Statement } from '#tests/support/statements'

const PRODUCTS = repeats(20_000, 100_000)
const MOST_SCANNED = 10_000

/** What has to read everything because everything is what it tells of; the answers are cached. */
const ALLOWED: [what: string, statement: RegExp][] = [
  [
    'facets that nothing narrows but stock and quality, which most products share',
    /from product_listings l where (?:true\)|availability|quality)/,
  ],
  [
    'the prices of every category, read once per change of the catalogue',
    /json_agg\(price order by/,
  ],
  ['the counted category tree', /select category_id as id, count\(\*\)/],
]

const SELECTIONS = [
  '',
  'category=rayon-1',
  'category=rayon-1/famille-11',
  'brand=marque-3',
  'brand=marque-3,marque-4&category=rayon-1',
  'priceMin=20000&priceMax=21000',
  'attr[cote]=v3',
  'brand=marque-3&inStock=true&quality=oe',
]
const SORTS = ['relevance', 'price', 'name', 'newest', 'popularity']

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Plans'?: Plan[] }

test.group('Plans of statements', (group) => {
  group.setup(async () => {
    await emptyCatalogue()
    await db.transaction(async (trx) => {
      await sql(`set local statement_timeout = 0`, [], trx)
      for (const name of ['brands', 'categories'] as const) await sql(VOLUME_OF[name], [], trx)
      await sql(VOLUME_OF.products, [PRODUCTS], trx)
      await sql(VOLUME_OF.attributes, [], trx)
      await sql(VOLUME_OF.values, [], trx)
      // Plans made for empty tables would join so many rows in loops.
      await sql('analyze', [], trx)
      await sql('select refresh_product_listings(null)', [], trx)
      await sql('select refresh_search_documents(null)', [], trx)
    })
    await countWords()
    await chooseChampions()
    await db.transaction(async (trx) => {
      await sql(`set local statement_timeout = 0`, [], trx)
      for (const name of ['vehicles', 'numbers', 'fitments'] as const)
        await sql(VOLUME_OF[name], [], trx)
    })
    for (const table of [
      ...['products', 'product_listings', 'product_attributes', 'price_changes', 'fitments'],
      ...['part_numbers', 'search_documents', 'search_terms', 'search_champions'],
    ]) {
      await sql(`vacuum analyze ${table}`)
    }
    await seeChanges()
    return () => emptyCatalogue()
  })

  test('NPL-02: no hot statement scans more than 10,000 rows', async ({ client, assert }) => {
    const { token } = await bearer()
    const get = async (path: string) => {
      const response = await client.get(path).bearerToken(token)
      response.assertStatus(200)
      return response.body()
    }
    const statements = await statementsDuring(async () => {
      for (const selection of SELECTIONS) {
        await get(`/api/v1/products/facets?${selection}`)
        for (const sortBy of SORTS) {
          const { meta } = await get(`/api/v1/products?${selection}&sortBy=${sortBy}&limit=5`)
          const next = new URLSearchParams({ sortBy, cursor: meta.nextCursor ?? '' })
          if (meta.nextCursor) await get(`/api/v1/products?${selection}&${next}`)
        }
      }
      await get('/api/v1/products/produit-77')
      for (const q of ['piece 77', 'marque 3 famille 11', 'oe-4242', 'peice 77', 'clio piece']) {
        await get(`/api/v1/search?q=${q}`)
        await get(`/api/v1/search/suggest?q=${q}`)
        await get(`/api/v1/products?q=${q}&sortBy=price`)
        await get(`/api/v1/products/facets?q=${q}`)
      }
      const [{ vehicle }] = await sql<{ vehicle: number }>(
        'select min(id) as vehicle from vehicle_types'
      )
      await get(`/api/v1/products?vehicle=${vehicle}&sortBy=price`)
      await get(`/api/v1/products?vehicle=${vehicle}&category=rayon-1&fit=fits,conditional`)
      await get(`/api/v1/products/facets?vehicle=${vehicle}`)
      await get(`/api/v1/products/produit-77?vehicle=${vehicle}`)
      for (const list of ['fitments', 'equivalents'])
        await get(`/api/v1/products/produit-77/${list}`)
      for (const path of ['brands', 'brands/marque-3', 'categories', 'categories/rayon-1']) {
        await get(`/api/v1/${path}`)
      }
      for (const query of ['', 'brand=marque-3', 'status=active', 'sku=SKU-77']) {
        await get(`/api/admin/products?${query}`)
      }
      const [{ id }] = await sql<{ id: number }>(`select id from products where sku = 'SKU-77'`)
      await get(`/api/admin/products/${id}`)
      await get(`/api/admin/products/${id}/price-history`)
      for (const query of ['', 'group=waiting']) await get(`/api/admin/imports?${query}`)
    })

    const distinct = new Map(statements.map((statement) => [statement.text, statement]))
    assert.isAbove(distinct.size, 40)
    const large = new Map(await largeTables())
    for (const statement of distinct.values()) {
      if (!/^\s*(select|with)/i.test(statement.text)) continue
      if (ALLOWED.some(([, allowed]) => allowed.test(statement.text))) continue
      const scanned = scans(await planOf(statement)).filter((table) => large.has(table))
      assert.deepEqual(scanned, [], statement.text)
    }
    for (const [what, allowed] of ALLOWED) {
      assert.isTrue(
        statements.some(({ text }) => allowed.test(text)),
        `${what} is no exception any more`
      )
    }
  })

  test('what most products know is suggested from its champions, with all words of the query', async ({
    client,
    assert,
  }) => {
    const texts = async (q: string) => {
      const response = await client.get('/api/v1/search/suggest').qs({ q })
      const products = (response.body().data as { kind: string; text: string }[]).filter(
        ({ kind }) => kind === 'product'
      )
      return products.map(({ text }) => text)
    }
    const statements = await statementsDuring(async () => {
      assert.lengthOf(await texts('piec'), 5)
      assert.lengthOf(await texts('piece fam'), 5)
      // Two terms that few products share, although each is common.
      const both = await texts('rayon piece 12')
      assert.isNotEmpty(both)
      for (const text of both) assert.match(text, /^Pièce 12/)
    })
    assert.isFalse(statements.some(({ text }) => text.includes('further_candidates')))
  })
})

const largeTables = async () => {
  const tables = await sql<{ name: string; rows: number }>(
    'select relname as name, reltuples::int as rows from pg_class where relkind = $1 and reltuples > $2',
    ['r', MOST_SCANNED]
  )
  return tables.map(({ name, rows }): [string, number] => [name, rows])
}

async function planOf({ text, values }: Statement): Promise<Plan> {
  const [{ 'QUERY PLAN': plans }] = await sql<{ 'QUERY PLAN': { Plan: Plan }[] }>(
    `explain (format json) ${text}`,
    values
  )
  return plans[0].Plan
}

/** Tables that the plan reads from end to end. */
function scans(plan: Plan): string[] {
  const own = plan['Node Type'] === 'Seq Scan' ? [plan['Relation Name'] ?? ''] : []
  return [...own, ...(plan.Plans ?? []).flatMap(scans)]
}

const VOLUME_OF = {
  brands: `insert into brands (slug, name) select 'marque-' || n, 'Marque ' || n from generate_series(1, 60) n`,
  categories: `
    with roots as (
      insert into categories (slug, name_fr) select 'rayon-' || n, 'Rayon ' || n from generate_series(1, 8) n
      returning id, slug
    )
    insert into categories (slug, name_fr, parent_id, depth)
    select roots.slug || '/famille-' || n, 'Famille ' || n, roots.id, 1 from roots, generate_series(1, 12) n`,
  products: `
    insert into products (sku, slug, name_fr, name_ar, brand_id, category_id, mpn, status, quality, price, orderable, published_at)
    select 'SKU-' || n, 'produit-' || n, 'Pièce ' || n % 997, 'قطعة ' || n, b.ids[1 + n % 60], c.ids[1 + n % 96],
      'M' || n, 'active', case when n % 9 = 0 then 'oe' else 'aftermarket' end, 5000 + (n * 7919) % 900000, n % 3 = 0,
      now() - n * interval '1 minute'
    from generate_series(1, $1::int) n,
      (select array_agg(id order by id) as ids from brands) b,
      (select array_agg(id order by id) as ids from categories where depth = 1) c`,
  vehicles: `
    with make as (insert into vehicle_makes (slug, name) values ('renault', 'Renault') returning id),
    models as (
      insert into vehicle_models (make_id, slug, name, year_from)
      select id, 'renault-' || lower(name), name, 2012 from make, unnest(array['Clio', 'Twingo']) name
      returning id, name
    )
    insert into vehicle_types (model_id, name, body, fuel, power_kw, produced_from)
    select id, 'Type ' || n, 'hatchback', 'diesel', n, '2012-01-01'
    from generate_series(1, 200) n join models on (name = 'Clio') = (n <= 5)`,
  numbers: `
    insert into part_numbers (product_id, kind, number, owner)
    select id, 'oe', 'OE-' || id / 3, 'Renault' from products`,
  fitments: `
    insert into fitments (product_id, vehicle_type_id)
    select p.id, t.id from products p, vehicle_types t where (p.id + t.id) % 40 = 0`,
  attributes: `insert into attributes (code, kind, name_fr, is_facet) values ('cote', 'text', 'Côté', true)`,
  values: `
    insert into product_attributes (product_id, attribute_id, text_value)
    select p.id, a.id, 'v' || p.id % 40 from products p, attributes a`,
}
