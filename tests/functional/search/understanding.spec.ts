import { test } from '@japa/runner'
import { readQuery } from '#app/search/understanding/read_query'
import { writeWords } from '#app/search/words/write_words'
import { createCategory, createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { createVehicle } from '#tests/support/vehicles'

test.group('What queries are read as', (group) => {
  group.setup(async () => {
    await emptyCatalogue()
    await writeWords()
    const shelves = [
      ['freinage/plaquettes-de-frein', 'Plaquettes de frein avant'],
      ['suspension-et-direction/amortisseurs', 'Amortisseur avant'],
      ['filtration/filtre-a-huile', 'Filtre à huile'],
      ['filtration/filtre-a-carburant', 'Filtre à gasoil'],
      ['embrayage-et-transmission/cardan', 'Cardan avant gauche'],
      ['refroidissement-et-climatisation/pompe-a-eau', 'Pompe à eau'],
      ['suspension-et-direction/pompe-de-direction-assistee', 'Pompe de direction assistée'],
    ]
    for (const [slug, nameFr] of shelves) {
      await createProduct({ category: await createCategory(slug), nameFr })
    }
    await createVehicle({ make: 'Peugeot', model: 'Partner', name: '1.9 D 69' })
    await createVehicle({ make: 'Renault', model: 'Clio IV', name: '1.5 dCi 90' })
    await seeChanges()
    return () => emptyCatalogue()
  })

  const read = async (q: string) => {
    const { understood } = await readQuery(q)
    return understood
  }

  test('a position is one that fitments know, however it is said', async ({ assert }) => {
    const positions: [string, string | undefined][] = [
      ['cardan gauche avant', 'front-left'],
      ['cardan avant gauche', 'front-left'],
      ['amortisseur avant avant', 'front'],
      ['plaquettes avant et arrière', undefined],
      ['amortisseur ar d', 'rear-right'],
      ['amortisseur 9oddem 3limin', 'front-right'],
      ['plaket wraniya', 'rear'],
      ['amortisseur supérieur gauche', 'left'],
    ]
    for (const [q, position] of positions) {
      const { position: said } = await read(q)
      assert.equal(said, position, q)
    }
  })

  test('front and rear together are one wish', async ({ assert }) => {
    const { groups } = await read('plaquettes avant et arrière')
    assert.lengthOf(groups, 2)
  })

  test('«d» is an engine after its litres, and right after a part', async ({ assert }) => {
    const engine = await read('filtre gasoil partner 1.9 d')
    assert.isUndefined(engine.position)
    assert.deepEqual(
      engine.vehicle?.types.map(({ name }) => name),
      ['1.9 D 69']
    )
    const { position } = await read('amortisseur d partner')
    assert.equal(position, 'right')
    const named = await read('amortisseur partner d')
    assert.isUndefined(named.position)
    const other = await read('amortisseur clio 4 d')
    assert.equal(other.position, 'right')
  })

  test('a part is put together from words of any language', async ({ assert }) => {
    const parts: [string, string][] = [
      ['filtre mta3 zit clio 4', 'oil_filter'],
      ['filtre l zeit', 'oil_filter'],
      ['فلتر متاع زيت', 'oil_filter'],
      ['pompe el ma', 'water_pump'],
      ['بومبة ما', 'water_pump'],
      ['zit mta3 fran', 'brake_fluid'],
      ['zit lboite', 'gearbox_oil'],
      ['amorti', 'shock_absorber'],
      ['plaq', 'brake_pads'],
    ]
    for (const [q, code] of parts) {
      const { partType } = await read(q)
      assert.equal(partType?.code, code, q)
    }
  })

  test('what is open means the likeliest first', async ({ assert }) => {
    const { groups } = await read('pompe')
    const boosts = groups[0].alternatives
      .filter(({ term }) => term.startsWith('category:'))
      .map(({ boost }) => boost)
    assert.isAbove(boosts.length, 1)
    assert.deepEqual(
      boosts,
      boosts.toSorted((a, b) => b - a)
    )
    assert.isAbove(boosts[0], boosts[1])
  })

  test('words of the workshop are completed while they are typed', async ({ client, assert }) => {
    for (const [q, slug] of [
      ['plake', 'freinage/plaquettes-de-frein'],
      ['filtre zi', 'filtration/filtre-a-huile'],
      ['مورتي', 'suspension-et-direction/amortisseurs'],
    ]) {
      const response = await client.get('/api/v1/search/suggest').qs({ q })
      assert.containsSubset(response.body().data, [{ kind: 'category', slug }], q)
    }
    const response = await client.get('/api/v1/search/suggest').qs({ q: 'plaket 9od' })
    assert.containsSubset(response.body().data, [
      { kind: 'product', text: 'Plaquettes de frein avant' },
    ])
  })
})
