import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { createNumber } from '#tests/support/part_numbers'
import { createStaff } from '#tests/support/staff'
import { createVehicle } from '#tests/support/vehicles'
import { loggedIn } from '#tests/support/web_visitor'

test.group('Pages about searching', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from rate_limits')
  })

  test('what a customer asked for on the telephone is noted by its words alone', async ({
    assert,
  }) => {
    const counter = await loggedIn(await createStaff('counter'))
    const noted = await counter.post('/admin/unmet-demand', {
      words: 'alternateur <b>Clio</b>',
      contact: '',
      note: '',
    })
    assert.equal(noted.status, 303)
    const html = await counter.htmlOf('/admin/unmet-demand')
    assert.include(html, 'alternateur &lt;b&gt;Clio')
    const [row] = await sql('select kind, contact from unmet_demand')
    assert.deepEqual(row, { kind: 'telephone', contact: null })
    await counter.post('/admin/unmet-demand', { words: '' })
    assert.match(
      await counter.htmlOf('/admin/unmet-demand'),
      /class="problems"[^]*href="#words">Pièce demandée — Ce champ est obligatoire/
    )
  })

  test('the car that it is for is named in words, and chosen where they name several', async ({
    assert,
  }) => {
    const [clio, other] = [
      await createVehicle({ model: 'Clio IV', name: '1.5 dCi 90' }),
      await createVehicle({
        model: 'Clio IV',
        name: '1.2 16V 75',
        fuel: 'petrol',
        engineCode: 'D4F',
      }),
    ]
    await seeChanges()
    const counter = await loggedIn(await createStaff('counter'))
    const note = (fields: Record<string, string>) =>
      counter.post('/admin/unmet-demand', {
        words: 'alternateur',
        contact: '',
        note: '',
        ...fields,
      })
    const noted = async () => {
      const rows = await sql<{ id: number | null }>(
        'select vehicle_type_id as id from unmet_demand order by id'
      )
      return rows.map(({ id }) => id)
    }

    await note({ vehicle: 'clio 4 1.5 dci' })
    assert.deepEqual(await noted(), [clio])
    assert.include(await counter.htmlOf('/admin/unmet-demand'), 'Clio IV 1.5 dCi 90')

    const asked = await note({ vehicle: 'clio 4', contact: '20 123 456' })
    assert.deepEqual(await noted(), [clio])
    const chooser = await counter.htmlOf(asked.to!)
    assert.include(chooser, 'value="20 123 456"')
    for (const id of [clio, other]) assert.include(chooser, `<option value="${id}"`)
    await note({ vehicle: 'clio 4', vehicleTypeId: String(other) })
    await note({ vehicle: 'clio 4', vehicleTypeId: '0' })
    assert.deepEqual(await noted(), [clio, other, null])

    await note({ vehicle: 'soucoupe volante' })
    assert.lengthOf(await noted(), 3)
    assert.match(
      await counter.htmlOf('/admin/unmet-demand'),
      /class="problems"[^]*href="#vehicle">/
    )
  })

  test('a word that staff teach is understood at once', async ({ client, assert }) => {
    await createProduct({ sku: 'PADS', nameFr: 'Plaquettes de frein' })
    const buyer = await loggedIn(await createStaff('buyer'))
    const form = {
      code: 'pads',
      kind: 'part',
      fr: 'plaquettes de frein\n\n',
      arabizi: 'blaket',
      ar: '',
      en: '',
    }
    const saved = await buyer.post('/admin/words', { ...form, categories: '' }, '/admin/words/new')
    assert.equal(saved.status, 303)
    await seeChanges()
    const found = await client.get('/api/v1/search').qs({ q: 'blaket' })
    assert.equal(found.body().data[0]?.sku, 'PADS')
    assert.include(await buyer.htmlOf('/admin/words/pads'), 'blaket')
    const [logged] = await sql<{ actor: string }>(
      `select actor from audit_log where entity = 'synonyms' and label = 'blaket'
       order by id desc limit 1`
    )
    assert.match(logged.actor, /^staff:/)
    await buyer.post('/admin/words/pads/deletion', {}, '/admin/words/pads')
    const gone = await buyer.get('/admin/words/pads')
    assert.equal(gone.status, 404)
  })

  test('what staff think of an equivalent counts', async ({ client, assert }) => {
    const one = await createProduct({ sku: 'ONE', nameFr: 'Un' })
    const two = await createProduct({ sku: 'TWO', nameFr: 'Deux' })
    for (const { id } of [one, two]) await createNumber(id, 'oe', '7701206379', 'Renault')
    const counter = await loggedIn(await createStaff('counter'))
    const page = `/admin/products/${one.id}/equivalents`
    assert.include(await counter.htmlOf(page), 'Même numéro OE')
    await counter.post(`${page}/${two.id}`, { verdict: 'rejected' }, page)
    await seeChanges()
    const shown = await client.get('/api/v1/products/un-one/equivalents')
    assert.isEmpty(shown.body().data)
    assert.include(await counter.htmlOf(page), 'Rejetés')
    await counter.post(`${page}/${two.id}`, { verdict: 'confirmed' }, page)
    assert.include(await counter.htmlOf(page), 'Confirmé')
    const forged = await counter.post(`${page}/${two.id}`, { verdict: 'perhaps' }, page)
    assert.equal(forged.status, 302)
    const unknown = await counter.post(`${page}/999999`, { verdict: 'rejected' }, page)
    assert.equal(unknown.status, 404)
  })
})
