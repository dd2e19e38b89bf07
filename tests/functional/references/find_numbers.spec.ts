import { test } from '@japa/runner'
import fc from 'fast-check'
import { sql } from '#app/platform/database/sql'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { createNumber, createSupersession } from '#tests/support/part_numbers'
import { findReferences } from '#app/search/references/find_references'
import { latinDigits } from '#app/platform/text/latin_digits'
import { normaliseNumber } from '#app/references/normalise'
import { createVehicle } from '#tests/support/vehicles'

type Row = { query: string; found: string; matches: { kind: string; product: { sku: string } }[] }

const told = (rows: Row[]) =>
  rows.map(({ query, found, matches }) => [query, found, matches.map((match) => match.product.sku)])

/** Numbers as makers print them: TRW, Bosch, ATE, Mann, NGK, Volkswagen, Renault, Peugeot, Purflux. */
const brandNumber = fc
  .constantFrom(
    ...[
      'LLL####',
      '0 986 ### ###',
      '##.####-####.#',
      'L ###/##',
      'LL ###/# x',
      'LLL#L-##',
      '#L# ### ### L',
    ],
    ...['77## ### ###', '####.##', 'L###', 'LL-LLL###-LLL', '#####']
  )
  .chain((shape) =>
    fc
      .tuple(...[...shape].map((sign) => SIGNS[sign] ?? fc.constant(sign)))
      .map((signs) => signs.join(''))
  )
const SIGNS: Record<string, fc.Arbitrary<string>> = {
  '#': fc.constantFrom(...'0123456789'),
  'L': fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWXYZ'),
}

const MARKS = ['', '', '', ' ', '-', '.', '/', '_', ' - ', '\u00a0']

/** A number with any marks between any of its letters, in any case and in the digits of Latin or Arabic. */
const spellingsOf = (norm: string) =>
  fc
    .tuple(
      ...[...norm].map((letter) =>
        fc.tuple(
          /\d/.test(letter)
            ? fc.constantFrom(letter, letter, String.fromCodePoint(0x06_60 + Number(letter)))
            : fc.constantFrom(letter, letter.toLowerCase()),
          fc.constantFrom(...MARKS)
        )
      )
    )
    .map((pieces) =>
      pieces
        .flat()
        .join('')
        .replace(/[\s\-./_]+$/, '')
    )
    .filter((text) => !OTHERWISE.some((reading) => reading.test(latinDigits(text))))

/** What is spelled like litres, a year or a size of tyres is read so (ADR 7). */
const OTHERWISE = [
  /(?<!\d|\d\.)\d\.\d(?!\.?\d)/,
  /(?<!\d)(?:19|20)\d\d(?!\d)/,
  /(?<!\d)\d\d5[^\dA-Za-z]+[2-8][05](?!\d)/,
]

test.group('Reference numbers', (group) => {
  group.each.setup(() => emptyCatalogue())

  test('a pasted text: every number in it, with who carries it', async ({ client, assert }) => {
    const pads = await createProduct({ sku: 'PADS' })
    const filter = await createProduct({ sku: 'FILTER' })
    await createNumber(pads.id, 'oe', '77 01 206 379', 'Renault')
    await createNumber(pads.id, 'cross', 'GDB1330', 'TRW')
    await createNumber(filter.id, 'mpn', 'HU 718/1 x', 'Mann')
    await seeChanges()

    const text = `Salem, svp prix:\n- plaquettes 7701-206-379 x2\n- filtre hu718/1X\n- et le 1234567890`
    const response = await client.post('/api/v1/references/resolve').json({ text })
    response.assertStatus(200)
    assertDescribed('/api/v1/references/resolve', 'post', response)
    assert.deepEqual(told(response.body().data), [
      ['7701-206-379', 'exact', ['PADS']],
      ['hu718/1X', 'exact', ['FILTER']],
      ['1234567890', 'none', []],
    ])
  })

  test('how sure a number is that somebody declared is told here as in searches', async ({
    client,
    assert,
  }) => {
    const pads = await createProduct({ sku: 'PADS' })
    await sql(
      `insert into part_numbers (product_id, kind, number, owner, confidence)
       values ($1, 'cross', 'GDB1330', 'TRW', 60)`,
      [pads.id]
    )
    await seeChanges()
    const resolved = await client
      .post('/api/v1/references/resolve')
      .json({ numbers: ['GDB1330', 'GDB1331'] })
    assertDescribed('/api/v1/references/resolve', 'post', resolved)
    const [carried, near] = resolved.body().data
    const found = await client.get('/api/v1/search').qs({ q: 'GDB1330' })
    for (const { confidence } of [
      carried.matches[0],
      near.matches[0],
      found.body().data[0].match,
    ]) {
      assert.equal(confidence, 60)
    }
  })

  test('the number of a supplier is found, and nobody is told whose it is', async ({
    client,
    assert,
  }) => {
    const pads = await createProduct({ sku: 'PADS' })
    await createNumber(pads.id, 'supplier', 'STF 4410 22', 'Stafim')
    await sql('select refresh_product_listings($1)', [[pads.id]])
    await seeChanges()
    for (const number of ['STF441022', 'STF4410']) {
      const resolved = await client.post('/api/v1/references/resolve').json({ numbers: [number] })
      assert.deepEqual(told(resolved.body().data)[0].at(-1), ['PADS'], number)
      assert.notInclude(resolved.text(), 'Stafim')
    }
    const found = await client.get('/api/v1/search').qs({ q: 'STF441022' })
    assert.equal(found.body().data[0].match.kind, 'supplier')
    assert.notInclude(found.text(), 'Stafim')
    const page = await client.get(`/api/v1/products/${pads.slug}`)
    assert.containSubset(page.body().data.partNumbers, [
      { kind: 'supplier', number: 'STF 4410 22', owner: null },
    ])
    assert.notInclude(page.text(), 'Stafim')
  })

  test('numbers written with spaces are one number', async ({ client, assert }) => {
    const product = await createProduct({ sku: 'DISC' })
    await createNumber(product.id, 'mpn', '0986494123', 'Bosch')
    await seeChanges()
    const response = await client
      .post('/api/v1/references/resolve')
      .json({ numbers: ['0 986 494 123', '٠٩٨٦٤٩٤١٢٣'] })
    assert.deepEqual(told(response.body().data), [
      ['0 986 494 123', 'exact', ['DISC']],
      ['٠٩٨٦٤٩٤١٢٣', 'exact', ['DISC']],
    ])
  })

  test('a replaced number leads to what replaced it, also through cycles', async ({
    client,
    assert,
  }) => {
    const product = await createProduct({ sku: 'NEW' })
    await createNumber(product.id, 'oe', '8200768913', 'Renault')
    await createSupersession('7700274177', '7701207672')
    await createSupersession('7701207672', '8200768913')
    await createSupersession('8200768913', '7700274177')
    await seeChanges()
    const response = await client
      .post('/api/v1/references/resolve')
      .json({ text: '7700274177 8200768913' })
    assert.deepEqual(told(response.body().data), [
      ['7700274177', 'superseded', ['NEW']],
      ['8200768913', 'exact', ['NEW']],
    ])
  })

  test('without a match, what begins so or is one error away is offered', async ({
    client,
    assert,
  }) => {
    const product = await createProduct({ sku: 'PADS' })
    await createNumber(product.id, 'mpn', 'GDB13301', 'TRW')
    await seeChanges()
    const resolve = async (text: string) => {
      const response = await client.post('/api/v1/references/resolve').json({ text })
      return told(response.body().data)
    }
    assert.deepEqual(await resolve('GDB133'), [['GDB133', 'prefix', ['PADS']]])
    assert.deepEqual(await resolve('GDB13307'), [['GDB13307', 'near', ['PADS']]])
    assert.deepEqual(await resolve('XYZ99999'), [['XYZ99999', 'none', []]])

    const search = await client.get('/api/v1/search').qs({ q: 'GDB13307' })
    assert.deepEqual(search.body().data, [], 'a near number is never chosen silently')
  })

  test('unknown numbers are reported whole, however they are written', async ({
    client,
    assert,
  }) => {
    await createVehicle({ make: 'Peugeot', model: '307', name: '1.6 HDi 110' })
    await seeChanges()
    const unknown = async (body: object) => {
      const response = await client.post('/api/v1/references/resolve').json(body)
      return told(response.body().data).map(([query]) => query)
    }
    const texts: [string, string[]][] = [
      ['GDB 1330', ['GDB 1330']],
      ['svp GDB 1330 et GDB 1331', ['GDB 1330', 'GDB 1331']],
      ['filtre HU 718/1 x pour golf', ['HU 718/1 x']],
      ['0 986 494 720', ['0 986 494 720']],
      ['il me faut 1K0 698 151 E', ['1K0 698 151 E']],
      ['GDB1330 GDB1331 W712/75 OC9011', ['GDB1330', 'GDB1331', 'W712/75', 'OC9011']],
      ['peugeot 307 2005 1.6 HDI 110', []],
      ['clio 2 1.5 2012', []],
    ]
    for (const [text, numbers] of texts) assert.deepEqual(await unknown({ text }), numbers, text)
    const numbers = ['GDB 1330', 'X', '||', '307 2005']
    assert.deepEqual(await unknown({ numbers }), numbers)
  })

  test('law: punctuation, case and digits of a number never matter', async ({ assert }) => {
    const product = await createProduct({ sku: 'LAW' })
    await createNumber(product.id, 'mpn', '24.0112-0154.1', 'ATE')
    await seeChanges()
    const marks = fc.constantFrom('', ' ', '-', '.', '/', '_', ' - ', '\u00a0')
    const digit = (letter: string) =>
      /\d/.test(letter)
        ? fc.constantFrom(letter, String.fromCodePoint(0x06_60 + Number(letter)))
        : fc.constantFrom(letter, letter.toLowerCase())
    const spelling = fc
      .tuple(...[...'24011201541'].map((letter) => fc.tuple(digit(letter), marks)))
      .map((pieces) => pieces.flat().join(''))
      // More than six words are no longer taken for one number inside a text; alone on a line they are.
      .map((text) => text.trim())
    await fc.assert(
      fc.asyncProperty(spelling, async (text) => {
        const { found } = await findReferences(text)
        assert.deepEqual(
          found.flatMap(({ matches }) => matches.map(({ productId }) => productId)),
          [product.id]
        )
      }),
      { numRuns: 200 }
    )
  })

  test('law: however the number of any brand is written, searches and pasted texts answer alike', async ({
    client,
    assert,
  }) => {
    const skuOf = new Map<string, string>()
    for (const [place, number] of fc.sample(brandNumber, { numRuns: 40, seed: 7 }).entries()) {
      const norm = normaliseNumber(number)
      if (skuOf.has(norm)) continue
      const product = await createProduct({ sku: `LAW-${place}` })
      await createNumber(product.id, 'mpn', number)
      skuOf.set(norm, product.sku)
    }
    await seeChanges()
    const written = fc.constantFrom(...skuOf.keys()).chain(spellingsOf)
    const answers = async (text: string) => {
      const search = await client.get('/api/v1/search').qs({ q: text })
      const resolve = (body: object) => client.post('/api/v1/references/resolve').json(body)
      const [pasted, given] = [await resolve({ text }), await resolve({ numbers: [text] })]
      const hits = search.body().data as { sku: string; match: { kind: string } }[]
      return {
        search: hits.map(({ sku, match }) => [sku, match.kind]),
        pasted: (pasted.body().data as Row[]).map(({ found, matches }) => [
          found,
          ...matches.map(({ product }) => product.sku),
        ]),
        given: told(given.body().data).map(([, found, skus]) => [found, ...skus]),
      }
    }
    await fc.assert(
      fc.asyncProperty(written, async (text) => {
        const sku = skuOf.get(normaliseNumber(text))!
        const exact = [['exact', sku]]
        const expected = { search: [[sku, 'mpn']], pasted: exact, given: exact }
        assert.deepEqual(await answers(text), expected, text)
      }),
      { numRuns: 150 }
    )
  })

  test('refuses a body without text or numbers', async ({ client }) => {
    for (const body of [{}, { text: '' }, { numbers: 'GDB1330' }, { text: 'x'.repeat(20_001) }]) {
      const response = await client.post('/api/v1/references/resolve').json(body)
      response.assertStatus(422)
    }
  })
})
