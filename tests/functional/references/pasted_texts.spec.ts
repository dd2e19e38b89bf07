import { test } from '@japa/runner'
import { createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { createNumber, createSupersession } from '#tests/support/part_numbers'
import { sql } from '#app/platform/database/sql'
import { statementsDuring } from '#tests/support/statements'

type Row = { query: string; found: string; matches: { product: { sku: string } }[] }

const told = (rows: Row[]) =>
  rows.map(({ query, found, matches }) =>
    [query, found, ...matches.map((match) => match.product.sku)].join(' ')
  )

test.group('Pasted texts', (group) => {
  group.each.setup(() => emptyCatalogue())

  async function shop() {
    const pads = await createProduct({ sku: 'PADS' })
    const disc = await createProduct({ sku: 'DISC' })
    await createNumber(pads.id, 'mpn', 'GDB1330', 'TRW')
    await createNumber(pads.id, 'oe', '7701206379', 'Renault')
    await createNumber(pads.id, 'oe', '4252.45', 'PSA')
    await createNumber(disc.id, 'mpn', '0986494123', 'Bosch')
    await createNumber(disc.id, 'mpn', 'GDB1331', 'TRW')
    await createNumber(disc.id, 'oe', '8200768913', 'Renault')
    await createNumber(disc.id, 'cross', 'GDB13301', 'TRW')
    await seeChanges()
  }

  test('«{text}» is {rows}')
    .with([
      { text: 'Ref:7701206379', rows: '7701206379 exact PADS' },
      { text: 'Réf:GDB1330', rows: 'GDB1330 exact PADS' },
      { text: 'Réf.GDB1330 svp', rows: 'GDB1330 exact PADS' },
      { text: 'TRW:GDB1330', rows: 'GDB1330 exact PADS' },
      {
        text: 'Renault:7701206379|PSA:4252.45',
        rows: '7701206379 exact PADS, 4252.45 exact PADS',
      },
      { text: 'N°0986494123', rows: '0986494123 exact DISC' },
      { text: 'OE7701206379', rows: '7701206379 exact PADS' },
      { text: 'GDB1330x2', rows: 'GDB1330 exact PADS' },
      { text: '2xGDB1330', rows: 'GDB1330 exact PADS' },
      { text: 'GDB1330(2)', rows: 'GDB1330 exact PADS' },
      { text: 'GDB1330 2', rows: 'GDB1330 exact PADS' },
      {
        text: '7701206379/8200768913',
        rows: '7701206379 exact PADS, 8200768913 exact DISC',
      },
      { text: 'GDB1330+GDB1331', rows: 'GDB1330 exact PADS, GDB1331 exact DISC' },
      { text: 'GDB1330؛GDB1331', rows: 'GDB1330 exact PADS, GDB1331 exact DISC' },
      { text: 'GDB1330=7701206379', rows: 'GDB1330 exact PADS, 7701206379 exact PADS' },
      { text: 'GDB1330\t1', rows: 'GDB1330 exact PADS' },
      { text: 'GDB13301', rows: 'GDB13301 exact DISC' },
      { text: 'x GDB9999\nRef:GDB9999', rows: 'GDB9999 none, GDB9999 none' },
      { text: 'GDB9999x2 et 3xGDB9998', rows: 'GDB9999 none, GDB9998 none' },
      { text: '7700000001/8200000002', rows: '7700000001 none, 8200000002 none' },
    ])
    .run(async ({ client, assert }, { text, rows }) => {
      await shop()
      const response = await client.post('/api/v1/references/resolve').json({ text })
      assert.equal(told(response.body().data).join(', '), rows)
    })

  test('a search reads them alike', async ({ client, assert }) => {
    await shop()
    const texts = [
      'ref:GDB1330',
      'GDB1330x2',
      '2xGDB1330',
      'N°GDB1330',
      'TRW:GDB1330',
      'GDB1330(2)',
    ]
    for (const q of texts) {
      const response = await client.get('/api/v1/search').qs({ q })
      const { data, meta } = response.body()
      assert.containsSubset(data[0], { sku: 'PADS', match: { kind: 'mpn', number: 'GDB1330' } }, q)
      assert.deepEqual(meta.interpretedAs.references, ['GDB1330'], q)
    }
  })

  test('in tables, lists and messages: «{text}» is {rows}')
    .with([
      { text: 'GDB1399\t2\t45,000', rows: 'GDB1399 none' },
      { text: 'GDB1330\t2\t45000', rows: 'GDB1330 exact PADS' },
      { text: 'GDB1399;4;12.500', rows: 'GDB1399 none' },
      { text: 'GDB1399 2 45 000', rows: 'GDB1399 none' },
      { text: 'GDB 1399 2 45 000', rows: 'GDB 1399 none' },
      { text: 'GDB1399 x 2', rows: 'GDB1399 none' },
      { text: '1- 0 986 494 999\n2) GDB1399', rows: '0 986 494 999 none, GDB1399 none' },
      {
        text: '[12/03/2026, 14:05:33] Salem: svp GDB1399',
        rows: 'GDB1399 none',
      },
      {
        text: '12/03/2026 14:05 - +216 98 123 456: svp GDB1330\nTél: 98 123 456',
        rows: 'GDB1330 exact PADS',
      },
      { text: 'GDB1399 à 45,500 DT pour clio 2012-2019', rows: 'GDB1399 none' },
      { text: 'A 000 420 95 20', rows: 'A 000 420 95 20 none' },
      { text: '12345\t23456', rows: '12345 none, 23456 none' },
    ])
    .run(async ({ client, assert }, { text, rows }) => {
      await shop()
      const response = await client.post('/api/v1/references/resolve').json({ text })
      assert.equal(told(response.body().data).join(', '), rows)
    })

  test('every one of five hundred numbers is found, however many carry the others', async ({
    client,
    assert,
  }) => {
    const carriers = await Promise.all(Array.from({ length: 30 }, () => createProduct({})))
    const numbers = Array.from({ length: 500 }, (_, n) => `OE${100_000 + n}`)
    await sql(
      `insert into part_numbers (product_id, kind, number, owner)
       select p, 'oe', n, 'Renault' from unnest($1::int[]) p, unnest($2::text[]) n`,
      [carriers.map(({ id }) => id), numbers]
    )
    await seeChanges()
    const response = await client.post('/api/v1/references/resolve').json({ numbers })
    const rows = response.body().data as Row[]
    assert.deepEqual(
      rows.map(({ query, found }) => [query, found]),
      numbers.map((number) => [number, 'exact'])
    )
    assert.isTrue(rows.every(({ matches }) => matches.length === 4))

    const few = await client
      .post('/api/v1/references/resolve')
      .json({ numbers: numbers.slice(0, 25) })
    for (const { matches } of few.body().data as Row[]) assert.lengthOf(matches, 20)
  })

  test('letters that read alike are offered as near, never chosen', async ({ client, assert }) => {
    await shop()
    await createSupersession('7700274177', '8200768913')
    const resolve = async (text: string) => {
      const response = await client.post('/api/v1/references/resolve').json({ text })
      return told(response.body().data)
    }
    assert.deepEqual(await resolve('GDBI33O'), ['GDBI33O near PADS'])
    assert.deepEqual(await resolve('O9B6494I23'), ['O9B6494I23 near DISC'])
    assert.deepEqual(await resolve('77OO274I77'), ['77OO274I77 near DISC'])
    const search = await client.get('/api/v1/search').qs({ q: 'GDBI33O' })
    assert.deepEqual(search.body().data, [])
  })

  test('PERF: a text of 20,000 letters is bounded work', async ({ client, assert }) => {
    await shop()
    const shortTokens = Array.from({ length: 5_000 }, (_, n) => `${n.toString(36)}9`).join(' ')
    const arabic = 'بلاكات '.repeat(2_800)
    const numbers = Array.from({ length: 2_200 }, (_, n) => `AB${100_000 + n}`).join('\n')
    await client.post('/api/v1/references/resolve').json({ text: 'GDB1330' })
    const long = Array.from({ length: 500 }, (_, n) => `${n}`.padEnd(80, 'A1'))
    const texts = [shortTokens, arabic, numbers].map((text) => ({ text: text.slice(0, 20_000) }))
    for (const body of [...texts, { numbers: long }]) {
      const response = { status: 0 }
      const statements = await statementsDuring(async () => {
        const resolved = await client.post('/api/v1/references/resolve').json(body)
        response.status = resolved.status()
      })
      assert.equal(response.status, 200)
      assert.isAtMost(statements.length, 10)
      const asked = statements.flatMap(({ values }) => values).map((value) => JSON.stringify(value))
      const longest = Math.max(0, ...asked.map(({ length }) => length))
      assert.isAtMost(longest, 2_000_000)
    }
  })
})
