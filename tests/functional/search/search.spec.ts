import type { ApiClient, ApiResponse } from '@japa/api-client'
import { test } from '@japa/runner'
import { countWords } from '#app/search/index/reindex_search'
import { sql } from '#app/platform/database/sql'
import { writeConcept } from '#app/search/words/synonyms'
import { assertDescribed } from '#tests/support/api_contract'
import {
  createBrand,
  createCategory,
  createProduct,
  emptyCatalogue,
  seeChanges,
} from '#tests/support/catalogue'
import { createNumber } from '#tests/support/part_numbers'
import { statementsDuring } from '#tests/support/statements'
import { bearer } from '#tests/support/staff'
import { createFitment, createVehicle } from '#tests/support/vehicles'

/** Letters of one value of a statement. */
const MOST_BOUND = 100_000

test.group('Search', (group) => {
  group.each.setup(() => emptyCatalogue())

  /** Pads front and rear for a Clio, by two brands, a disc, and a filter. */
  async function shop() {
    const [bosch, trw] = [await createBrand('Bosch'), await createBrand('TRW')]
    const pads = await createCategory('freinage/plaquettes', 'بلاكات')
    const discs = await createCategory('freinage/disques')
    const vehicle = await createVehicle({ model: 'Clio IV', aliases: ['كليو'] })
    const named = (nameFr: string, nameAr: string) => ({ nameFr, nameAr })
    const products = {
      front: await createProduct({
        ...{ sku: 'FRONT', brand: bosch, category: pads },
        ...named('Plaquettes de frein avant Clio IV', 'بلاكات فرامل أمامية كليو'),
      }),
      frontTrw: await createProduct({
        ...{ sku: 'FRONT-TRW', brand: trw, category: pads },
        ...named('Plaquettes de frein avant Clio IV', 'بلاكات فرامل أمامية كليو'),
      }),
      rear: await createProduct({
        ...{ sku: 'REAR', brand: bosch, category: pads },
        ...named('Plaquettes de frein arrière Clio IV', 'بلاكات فرامل خلفية كليو'),
      }),
      disc: await createProduct({
        ...{ sku: 'DISC', brand: bosch, category: discs },
        ...named('Disque de frein avant Mégane', 'قرص فرامل أمامي'),
      }),
    }
    for (const product of [products.front, products.frontTrw, products.rear]) {
      await createFitment(product.id, vehicle)
    }
    await createNumber(products.rear.id, 'oe', '440607115R', 'Renault')
    await seeChanges()
    return products
  }

  const skus = async (client: ApiClient, q: string) => {
    const response = await client.get('/api/v1/search').qs({ q })
    response.assertStatus(200)
    assertDescribed('/api/v1/search', 'get', response)
    return response.body().data.map(({ sku }: { sku: string }) => sku)
  }

  test('a part that has not all that was asked for is told to be only the nearest', async ({
    assert,
    client,
  }) => {
    await shop()
    const complete = async (q: string) => {
      const response = await client.get('/api/v1/search').qs({ q })
      const found: { sku: string; match: { complete: boolean } }[] = response.body().data
      return found.filter(({ match }) => match.complete).map(({ sku }) => sku)
    }

    assert.includeMembers(await skus(client, 'plaquettes avant clio'), ['REAR', 'DISC'])
    assert.sameMembers(await complete('plaquettes avant clio'), ['FRONT', 'FRONT-TRW'])
    assert.include(await skus(client, 'disque clio'), 'DISC')
    assert.isEmpty(await complete('disque clio'))
  })

  test('a part that stands on another shelf is not meant by a word of its name', async ({
    client,
    assert,
  }) => {
    await writeConcept(
      {
        code: 'control_arm',
        kind: 'part',
        categories: ['bras'],
        synonyms: [{ term: 'triangle', language: 'fr' }],
      },
      { actor: 'test', source: 'command' }
    )
    const [arms, bushes] = [await createCategory('bras'), await createCategory('silentblocs')]
    await createVehicle({ make: 'Peugeot', model: '206' })
    // Numbers of their own: one near 206 would be found by it.
    for (let nth = 0; nth < 30; nth++) {
      await createProduct({ sku: `FILTER-${nth}`, nameFr: `Filtre ${nth}` })
    }
    await createProduct({ sku: 'BUSH', category: bushes, nameFr: 'Silentbloc de triangle 206' })
    await createProduct({ sku: 'ARM', category: arms, nameFr: 'Triangle de suspension Clio' })
    await createProduct({ sku: 'UNSHELVED', nameFr: 'Triangle inférieur 206' })
    await seeChanges()
    assert.deepEqual(await skus(client, 'triangle 206'), ['UNSHELVED', 'ARM', 'BUSH'])
  })

  test('a sentence is part, position, car and brand, and says so', async ({ client, assert }) => {
    await shop()
    await writeConcept(
      {
        code: 'front',
        kind: 'position',
        categories: [],
        synonyms: [{ term: 'avant', language: 'fr' }],
      },
      { actor: 'test', source: 'command' }
    )
    await seeChanges()
    const response = await client
      .get('/api/v1/search')
      .qs({ q: 'plaquettes avant clio 4 1.5 dci bosch' })
    assertDescribed('/api/v1/search', 'get', response)
    assert.equal(response.body().data[0].sku, 'FRONT')
    assert.containsSubset(response.body().meta.interpretedAs, {
      partType: { slug: 'freinage/plaquettes' },
      position: 'front',
      brand: { slug: 'bosch' },
      vehicle: { make: { slug: 'renault' }, models: [{ slug: 'renault-clio-iv' }] },
    })
  })

  test('accents, plurals, case and Arabic letter forms do not matter', async ({
    client,
    assert,
  }) => {
    await shop()
    for (const q of ['PLAQUETTE arriere', 'plaquettes arrière', 'بلاكات خلفيه', 'البلاكات خلفية']) {
      const [first] = await skus(client, q)
      assert.equal(first, 'REAR', q)
    }
  })

  test('a typing error is forgiven, and what was meant is offered', async ({ client, assert }) => {
    await shop()
    const meant: [string, string][] = [
      ['plaqettes clio', 'plaquettes clio'],
      ['plaqettes arriere', 'plaquettes arrière'],
      ['بلاكاات اماميه', 'بلاكات أمامية'],
    ]
    for (const [q, didYouMean] of meant) {
      const response = await client.get('/api/v1/search').qs({ q })
      assert.include(['FRONT', 'FRONT-TRW', 'REAR'], response.body().data[0].sku)
      assert.equal(response.body().meta.didYouMean, didYouMean)
    }
  })

  test('a reference anywhere in the query comes first, and says why', async ({
    client,
    assert,
  }) => {
    await shop()
    const response = await client.get('/api/v1/search').qs({ q: 'plaquettes 44060-7115r bosch' })
    const [first] = response.body().data
    assert.equal(first.sku, 'REAR')
    assert.deepEqual(first.match, {
      kind: 'oe',
      number: '440607115R',
      owner: 'Renault',
      confidence: 100,
    })
    assert.deepEqual(response.body().meta.interpretedAs.references, ['44060-7115r'])
    assert.equal(response.body().data[1].match.kind, 'words')
  })

  test('words of the workshop lead to the part, as soon as staff say so', async ({
    client,
    assert,
  }) => {
    await shop()
    assert.deepEqual(await skus(client, 'zabboul'), [])
    const { token } = await bearer('counter')
    const written = await client
      .put('/api/admin/synonyms/brake_pads')
      .bearerToken(token)
      .json({
        kind: 'part',
        categories: ['freinage/plaquettes'],
        synonyms: [{ term: 'zabboul', language: 'arabizi' }],
      })
    written.assertStatus(200)
    await seeChanges()
    assert.sameMembers(await skus(client, 'zabboul'), ['FRONT', 'FRONT-TRW', 'REAR'])
  })

  test('a search without result is remembered, with how often', async ({ client, assert }) => {
    await shop()
    for (const q of ['Alternateur Zotye', 'Alternateur Zotye', 'alternateur  zotye']) {
      await client.get('/api/v1/search').qs({ q })
    }
    for (const limit of [20, 20]) {
      await client.get('/api/v1/products').qs({ q: 'alternateur zotye', limit })
    }
    const { token } = await bearer('buyer')
    const asked = await client
      .post('/api/admin/unmet-demand')
      .bearerToken(token)
      .json({ words: 'alternateur zotye', contact: '20 123 456' })
    asked.assertStatus(201)
    const ledger = await client.get('/api/admin/unmet-demand').bearerToken(token)
    assert.containsSubset(ledger.body().data, [
      { kind: 'telephone', contact: '20 123 456', asked: 1 },
      { kind: 'search', words: 'Alternateur Zotye', asked: 5 },
    ])
  })

  test('so are numbers of a pasted text that nobody carries, and empty lists of words', async ({
    client,
    assert,
  }) => {
    await shop()
    const vehicle = await createVehicle({ model: 'Kangoo' })
    await seeChanges()
    const resolve = (body: object) => client.post('/api/v1/references/resolve').json(body)
    await resolve({ text: 'svp 7701 206 379, 44060-7115r et ZZZ99999 x2', vehicle })
    await resolve({ numbers: ['zzz99999', '---', '  ?'] })
    const list = (query: object) => client.get('/api/v1/products').qs(query)
    await list({ q: 'alternateur zotye', vehicle, sortBy: 'price' })
    await list({ q: 'plaquettes', brand: 'nobody' })
    await list({ q: 'plaquettes' })
    for (const q of ['?', '...', '/-']) {
      await client.get('/api/v1/search').qs({ q })
      await list({ q })
    }
    const missed = await sql(
      `select words, asked, vehicle_type_id as vehicle from unmet_demand order by words collate "C"`
    )
    assert.deepEqual(missed, [
      { words: '7701 206 379', asked: 1, vehicle },
      { words: 'ZZZ99999', asked: 2, vehicle },
      { words: 'alternateur zotye', asked: 1, vehicle },
    ])
  })

  test('lists and facets take words too, with every filter and sort', async ({
    client,
    assert,
  }) => {
    await shop()
    const list = await client
      .get('/api/v1/products')
      .qs({ q: 'plaquettes clio', brand: 'bosch', sortBy: 'name' })
    assert.deepEqual(
      list.body().data.map(({ sku }: { sku: string }) => sku),
      ['REAR', 'FRONT']
    )
    const facets = await client.get('/api/v1/products/facets').qs({ q: 'plaquettes clio' })
    assert.deepEqual(facets.body().data.brands, [
      { slug: 'bosch', name: 'Bosch', count: 2 },
      { slug: 'trw', name: 'TRW', count: 1 },
    ])
    const byReference = await client.get('/api/v1/products').qs({ q: '440607115r' })
    assert.deepEqual(
      byReference.body().data.map(({ sku }: { sku: string }) => sku),
      ['REAR']
    )
  })

  test('a word that heads many parts counts with its other words', async ({ client, assert }) => {
    const bosch = await createBrand('Bosch')
    const oil = await createCategory('filtration/filtre-a-huile')
    const air = await createCategory('filtration/filtre-a-air')
    const filters = [
      { sku: 'OIL', nameFr: 'Filtre à huile', category: oil },
      { sku: 'OIL-UNSORTED', nameFr: 'Filtre à huile moteur' },
      { sku: 'AIR', nameFr: 'Filtre à air', category: air },
    ]
    for (const filter of filters) await createProduct({ brand: bosch, ...filter })
    for (const [code, category, term] of [
      ['oil-filter', 'filtration/filtre-a-huile', 'filtre à huile'],
      ['air-filter', 'filtration/filtre-a-air', 'filtre à air'],
    ]) {
      await writeConcept(
        { code, kind: 'part', categories: [category], synonyms: [{ term, language: 'fr' }] },
        { actor: 'test', source: 'command' }
      )
    }
    await seeChanges()
    const listed = await client.get('/api/v1/products').qs({ q: 'filtre à huile bosch' })
    assert.sameMembers(
      listed.body().data.map(({ sku }: { sku: string }) => sku),
      ['OIL', 'OIL-UNSORTED']
    )
    assert.deepEqual(await skus(client, 'filtre à huile bosch'), ['OIL', 'OIL-UNSORTED', 'AIR'])
  })

  test('pages follow each other without a gap or a repetition', async ({ client, assert }) => {
    for (let n = 0; n < 9; n++) await createProduct({ nameFr: `Bougie ${n}`, sku: `B${n}` })
    await seeChanges()
    for (const path of ['/api/v1/search', '/api/v1/products']) {
      const seen: string[] = []
      for (let cursor: string | null = ''; cursor !== null;) {
        const response: ApiResponse = await client
          .get(path)
          .qs({ q: 'bougie', limit: 4, ...(cursor && { cursor }) })
        response.assertStatus(200)
        seen.push(...response.body().data.map(({ sku }: { sku: string }) => sku))
        cursor = response.body().meta.nextCursor
      }
      assert.sameMembers(
        seen,
        Array.from({ length: 9 }, (_, n) => `B${n}`)
      )
    }
  })

  test('the index follows every write in its transaction', async ({ client, assert }) => {
    const { disc } = await shop()
    const { token } = await bearer('owner')
    const change = { name: 'Tambour de frein Mégane' }
    const renamed = await client
      .patch(`/api/admin/products/${disc.id}`)
      .bearerToken(token)
      .json(change)
    renamed.assertStatus(200)
    await seeChanges()
    assert.deepEqual(await skus(client, 'tambour'), ['DISC'])
    const [{ left }] = await sql<{ left: number }>(
      `select count(*)::int as left from search_documents where 'disque' = any (terms) and product_id = $1`,
      [disc.id]
    )
    assert.equal(left, 1, 'the category still says it')
    await client.delete(`/api/admin/products/${disc.id}`).bearerToken(token)
    await seeChanges()
    assert.deepEqual(await skus(client, 'tambour'), [])
  })

  test('explains each place to staff, and to nobody else', async ({ client, assert }) => {
    await shop()
    const query = { q: 'plaquettes', explain: '1' }
    const refused = await client.get('/api/v1/search').qs(query)
    refused.assertStatus(401)
    const { token } = await bearer('counter')
    const response = await client.get('/api/v1/search').qs(query).bearerToken(token)
    assertDescribed('/api/v1/search', 'get', response)
    assert.containsSubset(response.body().data[0].explanation, { coverage: 1, exact: false })
    assert.isAbove(response.body().data[0].explanation.relevance, 0)
  })

  test('suggests while typing: names, then products; numbers at once', async ({
    client,
    assert,
  }) => {
    await shop()
    const suggest = async (q: string) => {
      const response = await client.get('/api/v1/search/suggest').qs({ q })
      assertDescribed('/api/v1/search/suggest', 'get', response)
      assert.isAtMost(response.body().data.length, 8)
      return response.body().data
    }
    assert.containsSubset(await suggest('bos'), [{ kind: 'brand', slug: 'bosch' }])
    assert.containsSubset(await suggest('cli'), [{ kind: 'vehicle', slug: 'renault-clio-iv' }])
    assert.containsSubset(await suggest('plaquettes arr'), [{ kind: 'product', sku: 'REAR' }])
    assert.containsSubset(await suggest('44060 71'), [
      { kind: 'product', sku: 'REAR', number: '440607115R' },
    ])
  })

  test('nothing a person or a program types is answered with an error of ours', async ({
    client,
    assert,
  }) => {
    await shop()
    const hostile = [
      ...[
        '!&|<->:*',
        "'; drop table products; --",
        '%_\\',
        '""',
        "''",
        '()',
        '*',
        ':',
        '\\',
        '<b>',
      ],
      ...[
        '🚗🔧',
        '\u202eRTL',
        '\u200f\u061cفرامل',
        'a'.repeat(200),
        'ـــ',
        '٪',
        '…',
        '１２３',
        'ﷺ',
        '-',
        '0',
      ],
      ...[
        'frein & !disque',
        'plaquettes:*',
        'a <-> b',
        "d'origine",
        'frein\tavant',
        '5w30 10A',
        "l'",
      ],
      ...['nul\u0000', '', ' ', 'x'.repeat(10_000), 'xy '.repeat(3_333), 'x1'.repeat(5_000)],
      ...[
        'bkr5e '.repeat(1_666),
        '🚗'.repeat(2_500),
        '%_\\'.repeat(3_333),
        '\u202e'.repeat(10_000),
      ],
    ]
    const read = [
      '/api/v1/search',
      '/api/v1/search/suggest',
      '/api/v1/products',
      '/api/v1/products/facets',
    ]
    for (const q of hostile) {
      for (const path of read) {
        const response = await client.get(path).qs({ q })
        // An address of more than 16 kB Node.js answers itself.
        assert.include([200, 422, 431], response.status(), `${path} ${q.slice(0, 60)}`)
      }
      for (const body of [{ text: q }, { numbers: [q] }]) {
        const response = await client.post('/api/v1/references/resolve').json(body)
        assert.include([200, 422], response.status(), `resolve ${q.slice(0, 60)}`)
      }
    }
    for (const q of ['x'.repeat(10_000), 'nul\u0000', '', ' ']) {
      const response = await client.get('/api/v1/search').qs({ q })
      response.assertStatus(422)
    }
  })

  test('strange words are guessed by one statement, and what is bound to it is short', async ({
    client,
    assert,
  }) => {
    await shop()
    await countWords()
    const guessesOf = async (q: string) => {
      const statements = await statementsDuring(async () => {
        const response = await client.get('/api/v1/search').qs({ q })
        response.assertStatus(200)
      })
      for (const { values } of statements) {
        const longest = Math.max(0, ...values.map((value) => String(value).length))
        assert.isBelow(longest, MOST_BOUND, q)
      }
      return statements.filter(({ text }) => text.includes('similarity(')).length
    }
    assert.equal(await guessesOf('zorglub bradok tchitcha'), 1)
    assert.equal(await guessesOf('zq'.repeat(100)), 0)
    assert.equal(await guessesOf('zqxkwvzq'.repeat(3)), 1)
    const words = Array.from({ length: 22 }, (_, n) => `zqxkw${String.fromCharCode(97 + n)}q`)
    assert.equal(await guessesOf(words.join(' ')), 1)
  })
})
