import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { Workers } from '#app/platform/jobs/workers'
import { leadsQuery } from '#app/prospector/leads/lead_query'
import { changeLead } from '#app/prospector/leads/change_lead'
import { optOut } from '#app/prospector/leads/opt_out'
import { emptyLeads, newLead } from '#tests/support/leads/findings'
import { createStaff, TESTING } from '#tests/support/staff'
import { forgetImports, ImportClient } from '#tests/support/web_imports'
import { loggedIn } from '#tests/support/web_visitor'

const HEADERS = 'Raison sociale,Activité,Téléphone,Mail,Gouvernorat,Matricule fiscal'
const listOf = (...rows: string[]) => [HEADERS, ...rows].join('\n')
const LIST = listOf(
  'Garage Zahra,Garage,71 222 333,,Ben Arous,1234567R',
  'Auto-école Lac,Auto école,98 000 777,,Tunis,',
  'Sans téléphone,Garage,12,,Tunis,'
)
const EZZAHRA = { governorate: 'TN-13' }
const LEADS = { entity: 'leads' }

test.group('Lists of businesses from the browser', (group) => {
  let imports: ImportClient

  group.setup(async () => {
    const workers = await Workers.start()
    return () => workers.stop()
  })
  group.each.setup(async () => {
    await emptyLeads()
    await forgetImports()
    await sql('delete from rate_limits')
    imports = await ImportClient.of('sales')
    return async () => {
      await emptyLeads()
      await forgetImports()
    }
  })

  /** What all leads say of themselves, by name. */
  const leads = async () => {
    const { page } = await leadsQuery({}, 50)
    const told = page.map(({ name, segment, governorate, taxId, phones, emails, website }) => ({
      ...{ name, segment, governorate, taxId, website },
      phones: phones.map(({ value }) => value),
      emails: emails.map(({ value }) => value),
    }))
    return told.sort((a, b) => String(a.name).localeCompare(String(b.name)))
  }
  const idOf = async (name: string) => {
    const { page } = await leadsQuery({ q: name }, 1)
    return page[0].id
  }
  const rollBack = async (id: number) => {
    await imports.move(id, 'rollback')
    return imports.until(id, 'rolled_back')
  }

  test('are tried out first, with examples and what is rejected, and change nothing', async ({
    assert,
  }) => {
    await newLead({ name: 'Garage Zahra', phones: ['+21671222333'], ...EZZAHRA })
    const before = await leads()
    const { body } = await imports.upload(LIST, { ...LEADS, dryRun: '1' })
    const run = await imports.until(body.data.id, 'checked')

    assert.include(run.counts, { created: 1, updated: 1, rejected: 1 })
    assert.deepEqual(
      run.preview!.changes.map(({ label, field }) => `${label} ${field}`),
      ['Garage Zahra taxId', 'Auto-école Lac *']
    )
    assert.include(run.preview!.rejected[0].reason, 'no telephone number of Tunisia')
    assert.deepEqual(await leads(), before)
    const visitor = await loggedIn(await createStaff('sales'))
    const { html } = await visitor.get(`/admin/imports/${run.id}?locale=fr`)
    assert.include(html, 'Auto-école Lac')
    assert.include(html, 'n’est pas un numéro de téléphone tunisien')
  })

  test('are taken back: leads are again what they were, and those that nobody else knows go', async ({
    assert,
  }) => {
    await newLead({ name: 'Garage Zahra', phones: ['+21671222333'], ...EZZAHRA })
    const before = await leads()
    const run = await imports.importing(LIST, LEADS)
    assert.include(run.counts, { created: 1, updated: 1, rejected: 1 })
    const [school, garage] = await leads()
    assert.equal(school.name, 'Auto-école Lac')
    assert.equal(garage.taxId, '1234567R')
    const errors = await imports.text(`/imports/${run.id}/errors.csv`)
    assert.include(errors.body, 'Sans téléphone')

    const { undone } = await rollBack(run.id)
    assert.include(undone!, { count: 2, conflicts: 0 })
    assert.deepEqual(await leads(), before)
    const again = await imports.importing(LIST, LEADS)
    assert.include(again.counts, { created: 1, updated: 1 })
  })

  test('say again what the list before said, but for what another one has changed since', async ({
    assert,
  }) => {
    await imports.importing(listOf('Garage Zahra,Garage,71 222 333,,Ben Arous,1234567R'), LEADS)
    const second = await imports.importing(
      listOf('Garage Ezzahra,Garage,71 222 444,a@zahra.tn,Ben Arous,1234567R'),
      LEADS
    )
    assert.include(second.counts, { created: 0, updated: 1 })
    await imports.importing(
      listOf('Garage Ezzahra,Garage,71 222 555,a@zahra.tn,Ben Arous,1234567R'),
      LEADS
    )

    const { undone } = await rollBack(second.id)
    const [garage] = await leads()
    assert.containSubset(garage, { name: 'Garage Zahra', phones: ['+21671222555'], emails: [] })
    assert.equal(undone!.conflicts, 1)
    assert.containSubset(undone!.sample[0], {
      ...{ entity: 'leads', label: 'Garage Ezzahra', field: 'phones' },
      ...{ now: '+21671222555', wanted: '+21671222333' },
    })
  })

  test('leave leads that somebody works, and never bring back who asked to be left alone', async ({
    assert,
  }) => {
    const first = await imports.importing(LIST, LEADS)
    await changeLead(await idOf('Garage Zahra'), { status: 'to_call' }, TESTING)
    const second = await imports.importing(
      listOf('Auto-école Lac 2,Auto école,98 000 777,,Tunis,'),
      LEADS
    )
    await optOut(await idOf('Auto-école Lac 2'), null, TESTING)

    await rollBack(second.id)
    const { undone } = await rollBack(first.id)
    assert.equal(undone!.conflicts, 2)
    assert.isTrue(undone!.sample.every(({ field, now }) => field === '*' && now === 'used'))
    const [school, garage] = await leads()
    assert.deepEqual(school.phones, [])
    assert.equal(garage.name, 'Garage Zahra')
    const kept = await sql(`select 1 from lead_import_changes where after::text like '%98000777%'`)
    assert.isEmpty(kept)
    const back = await imports.importing(LIST, LEADS)
    assert.equal(back.counts.rejected, 2)
  })

  test('are for those who work leads; others are not told of them', async ({ assert }) => {
    const run = await imports.importing(LIST, LEADS)
    const products = await imports.upload('sku,name,price\nX,Y,1', { entity: 'products' })
    assert.equal(products.status, 403)
    const buyer = await ImportClient.of('buyer')
    const refused = await buyer.upload(LIST, LEADS)
    assert.equal(refused.status, 403)
    const moved = await buyer.move(run.id, 'rollback')
    assert.equal(moved.status, 403)
    const { status } = await buyer.text(`/imports/${run.id}`)
    assert.equal(status, 403)
    const { body } = await buyer.text('/imports')
    assert.notInclude(body, 'liste.csv')
    const visitor = await loggedIn(await createStaff('sales'))
    const page = await visitor.get('/admin/imports/new?locale=fr')
    assert.include(page.html, 'value="leads"')
    assert.notInclude(page.html, 'value="products"')
  })
})
