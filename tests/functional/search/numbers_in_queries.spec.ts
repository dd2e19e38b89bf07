import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { countWords } from '#app/search/index/reindex_search'
import { sql } from '#app/platform/database/sql'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { createNumber } from '#tests/support/part_numbers'
import { bearer } from '#tests/support/staff'
import { createVehicle } from '#tests/support/vehicles'

test.group('Numbers in queries', (group) => {
  group.each.setup(() => emptyCatalogue())

  /** A product with its own numbers, as the shop keeps them. */
  async function sold(wanted: { sku: string; mpn?: string; nameFr?: string }) {
    const product = await createProduct(wanted)
    await createNumber(product.id, 'own', wanted.sku)
    if (wanted.mpn) await createNumber(product.id, 'mpn', wanted.mpn)
    return product
  }

  const search = async (client: ApiClient, q: string) => {
    const response = await client.get('/api/v1/search').qs({ q })
    response.assertStatus(200)
    assertDescribed('/api/v1/search', 'get', response)
    return response.body()
  }
  const told = ({ data }: { data: { sku: string; match: { kind: string } }[] }) =>
    data.map(({ sku, match }) => [sku, match.kind])

  test('a number that was asked for in vain is found as soon as somebody carries it', async ({
    client,
    assert,
  }) => {
    const { id } = await sold({ sku: 'PADS' })
    await seeChanges()
    assert.deepEqual(told(await search(client, 'GDB 2444')), [])

    const { token } = await bearer('counter')
    const added = await client
      .post(`/api/admin/products/${id}/numbers`)
      .bearerToken(token)
      .json({ kind: 'cross', owner: 'TRW', numbers: 'GDB2444' })
    added.assertStatus(201)
    await seeChanges()

    assert.deepEqual(told(await search(client, 'GDB-2444')), [['PADS', 'cross']])
  })

  test('a number near one of a maker is offered apart, and the search is remembered', async ({
    client,
    assert,
  }) => {
    await sold({ sku: 'PADS', mpn: 'GDB1330' })
    await sold({ sku: 'DISC', mpn: '0986494124' })
    await countWords()
    await seeChanges()
    for (const [q, sku, number] of [
      ['GDB1331', 'PADS', 'GDB1330'],
      ['0986494123', 'DISC', '0986494124'],
    ]) {
      const { data, meta } = await search(client, q)
      assert.deepEqual(data, [], q)
      assert.containsSubset(meta.near, [{ sku, match: { kind: 'near', number } }])
      assert.isNull(meta.didYouMean)
      const list = await client.get('/api/v1/products').qs({ q })
      assert.deepEqual(list.body().data, [], q)
      const facets = await client.get('/api/v1/products/facets').qs({ q })
      assert.deepEqual(facets.body().data.brands, [], q)
      const missed = await sql('select from unmet_demand where words = $1', [q])
      assert.lengthOf(missed, 1, q)
    }
    const { data } = await search(client, 'gdb 1330')
    assert.deepEqual(told({ data }), [['PADS', 'mpn']])
  })

  test('a near number is never chosen, neither by itself nor among words', async ({
    client,
    assert,
  }) => {
    await sold({ sku: 'PLUG', mpn: 'BKR6E', nameFr: "Bougie d'allumage BKR6E" })
    await sold({ sku: 'LONG', mpn: 'BKR6E-11', nameFr: "Bougie d'allumage BKR6E-11" })
    await sold({ sku: 'DISC', mpn: '24.0113-0155.1', nameFr: 'Disque 24.0113-0155.1' })
    await sold({ sku: 'OIL', mpn: 'W 712/94', nameFr: 'Filtre à huile W 712/94' })
    await countWords()
    await seeChanges()
    for (const [q, sku] of [
      ['BKR5E', 'PLUG'],
      ['bkr5e', 'PLUG'],
      ['BKR5E-11', 'LONG'],
      ['24.0113-0154.1', 'DISC'],
      ['W 712/95', 'OIL'],
      ['w712/95', 'OIL'],
    ]) {
      const { data, meta } = await search(client, q)
      assert.deepEqual(data, [], q)
      assert.containsSubset(meta.near, [{ sku, match: { kind: 'near' } }], q)
      const missed = await sql('select from unmet_demand where words_norm = fold_words($1)', [q])
      assert.lengthOf(missed, 1, q)
    }
    const { meta } = await search(client, 'bougie bkr5e')
    assert.containsSubset(meta.near, [{ sku: 'PLUG' }])
  })

  test('no word with figures is guessed to have others', async ({ client, assert }) => {
    await sold({ sku: 'SAME', nameFr: 'Rondelle xz4o' })
    await sold({ sku: 'OTHER', nameFr: 'Rondelle qk7b' })
    await countWords()
    await seeChanges()
    assert.deepEqual(told(await search(client, 'xz40')), [])
    assert.deepEqual(told(await search(client, 'qk8b')), [])
    assert.deepEqual(told(await search(client, 'qk7d')), [['OTHER', 'words']])
  })

  test('two digits off are nothing at all', async ({ client, assert }) => {
    await sold({ sku: 'DISC', mpn: '0986494124' })
    await countWords()
    await seeChanges()
    const { data, meta } = await search(client, '0986494199')
    assert.deepEqual([data, meta.near], [[], []])
  })

  test('what begins a number is found and says so, in searches, lists and suggestions', async ({
    client,
    assert,
  }) => {
    const pads = await sold({ sku: 'KT-INS114-DRE', nameFr: 'Plaquettes de frein' })
    await createNumber(pads.id, 'oe', '8200768913', 'Renault')
    await seeChanges()
    for (const q of ['82007689', 'KT-INS114', '82007689 kt-ins114']) {
      assert.deepEqual(told(await search(client, q)), [['KT-INS114-DRE', 'prefix']], q)
    }
    const list = await client.get('/api/v1/products').qs({ q: '82007689' })
    assert.containsSubset(list.body().data, [{ sku: 'KT-INS114-DRE' }])
    const suggested = await client.get('/api/v1/search/suggest').qs({ q: 'plaquettes 82007' })
    assert.containsSubset(suggested.body().data, [{ kind: 'product', number: '8200768913' }])
  })

  test('a short number counts inside words, a car, an engine or a measure does not', async ({
    client,
    assert,
  }) => {
    await createVehicle({ make: 'Hyundai', model: 'i20', name: '1.4 CRDi 16V' })
    await sold({ sku: 'PURFLUX', mpn: 'L343', nameFr: 'Filtre à huile' })
    await sold({ sku: 'MAHLE', mpn: 'OC 90', nameFr: 'Filtre à huile' })
    await sold({ sku: 'CAR', mpn: 'I20', nameFr: 'Filtre à air' })
    await sold({ sku: 'ENGINE', mpn: '16V', nameFr: 'Filtre à air' })
    await seeChanges()
    const first = async (q: string) => told(await search(client, q))[0]
    assert.deepEqual(await first('filtre huile L343'), ['PURFLUX', 'mpn'])
    assert.deepEqual(await first('filtre OC 90'), ['MAHLE', 'mpn'])
    for (const q of ['filtre air i20', 'filtre air 16v']) {
      const [, kind] = await first(q)
      assert.equal(kind, 'words', q)
    }
  })

  test('a size, or a car and its year, is no number unless it is written as one', async ({
    client,
    assert,
  }) => {
    await createVehicle({ make: 'Peugeot', model: '307', name: '1.6 HDi 110' })
    const numbers = ['1956515', '3072005', '30716', '10W40', '307161102005']
    for (const [place, number] of numbers.entries()) {
      const product = await createProduct({ sku: `WRONG${place}`, nameFr: 'Rondelle' })
      await createNumber(product.id, 'oe', number, 'Fiat')
    }
    await seeChanges()
    const references = async (q: string) => {
      const { meta } = await search(client, q)
      return meta.interpretedAs.references
    }
    const spoken = [
      ...['pneu 195 65 15', '195 65 15', 'peugeot 307 2005', '307 2005', '307 1.6'],
      ...['huile 10w 40', '307 1.6 110 2005'],
    ]
    for (const q of spoken) {
      assert.deepEqual(await references(q), [], q)
    }
    for (const q of ['1956515', '307-2005', 'ref 1956515']) {
      assert.isNotEmpty(await references(q), q)
    }
  })
})
