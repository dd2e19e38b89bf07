import { test } from '@japa/runner'
import { eraseCustomer } from '#app/customers/erase_customer'
import { personalDataOf } from '#app/customers/personal_data'
import { sql } from '#app/platform/database/sql'
import { leadQuery } from '#app/prospector/leads/lead_query'
import { takeFinding } from '#app/prospector/leads/take_finding'
import { optOut } from '#app/prospector/leads/opt_out'
import { planTask } from '#app/prospector/leads/plan_task'
import { previewRules } from '#app/prospector/score/preview_rules'
import { rescoreAll } from '#app/prospector/score/rescore_all'
import { rulesWith } from '#app/prospector/score/rules'
import { currentRuleset } from '#app/prospector/score/rulesets_query'
import { emptyLeads, finding, newLead } from '#tests/support/leads/findings'
import { createStaff, TESTING } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

const SFAX = { latitude: 34.75, longitude: 10.76 }

async function phonesOf(id: number) {
  const { phones } = await leadQuery(id)
  return phones
}

test.group('Pages of leads', (group) => {
  group.each.setup(() => emptyLeads())
  group.teardown(() => emptyLeads())

  test('a day with a lead: found, called, quoted, planned, converted', async ({ assert }) => {
    const browser = await loggedIn(await createStaff('sales'))
    const entered = await browser.post(
      '/admin/leads',
      { name: 'Garage du Lac', segment: 'garage', phone: '71 111 222', taxId: '1234567 r' },
      '/admin/leads/new'
    )
    const page = entered.to!
    assert.match(page, /^\/admin\/leads\/\d+$/)
    assert.include(await browser.htmlOf('/admin/leads?q=lac'), 'Garage du Lac')
    await browser.post(
      `${page}/contacts`,
      { by: 'call', outcome: 'answered', contactNotes: 'Rappeler' },
      page
    )
    await browser.post(`${page}/status`, { status: 'quote' }, page)
    await browser.post(`${page}/tasks`, { what: 'Porter les prix', dueOn: '2026-01-05' }, page)
    const html = await browser.htmlOf(page)
    for (const text of [
      'Appel abouti',
      'Devis',
      'Porter les prix',
      '1234567R',
      'Rappeler',
      'wa.me/21671111222',
    ]) {
      assert.include(html, text)
    }
    assert.include(await browser.htmlOf('/admin/leads/route'), 'Porter les prix')
    const email = `lac.${Date.now()}@garage.test`
    await browser.post(
      `${page}/conversion`,
      { fullName: 'Garage du Lac', customerEmail: email },
      page
    )
    const id = Number(page.split('/').at(-1))
    const { customerId, status } = await leadQuery(id)
    assert.equal(status, 'won')
    const told = await personalDataOf(customerId!)
    assert.lengthOf(told.prospect as unknown[], 1)

    await eraseCustomer(customerId!, TESTING)
    const left = await leadQuery(id)
    assert.containSubset(left, { customerId: null, optedOut: true, phones: [] })
    const kept = JSON.stringify(await sql('select data from lead_events where lead_id = $1', [id]))
    assert.notInclude(kept, 'Rappeler')
    const again = await takeFinding(finding({ emails: [email] }))
    assert.equal(again.outcome, 'suppressed')
    const typed = await browser.post(
      '/admin/leads',
      { name: 'Encore', segment: 'garage', phone: '71 111 222' },
      '/admin/leads/new'
    )
    assert.notMatch(typed.to ?? '', /\d$/)
  })

  test('what staff type is believed, and an export says nothing that Google told', async ({
    assert,
  }) => {
    const browser = await loggedIn(await createStaff('sales'))
    const id = await newLead({
      source: 'places',
      key: 'ChIJ77',
      name: 'Garage Google',
      location: SFAX,
    })
    const page = `/admin/leads/${id}`
    const before = await browser.htmlOf(page)
    assert.include(before, 'Garage Google')
    assert.include(before, 'Google Maps')
    assert.match(before, /<dt>Lieu<\/dt><dd><bdi>Sfax<\/bdi>/)
    const file = await browser.htmlOf('/admin/leads/export')
    assert.notInclude(file, 'Garage Google')
    const named = await browser.post(
      page,
      { name: 'Garage Amel', segment: 'garage' },
      `${page}/edit`
    )
    assert.equal(named.to, page)
    const left = await newLead({ phones: ['+21698000002'] })
    await optOut(left, null, TESTING)
    const typed = { name: 'Garage Amel', segment: 'garage', phone: '98 000 002' }
    const refused = await browser.post(page, typed, `${page}/edit`)
    assert.notEqual(refused.to, page)
    const { optedOut } = await leadQuery(id)
    assert.isFalse(optedOut)
    const alone = await browser.post(
      `/admin/leads/${left}`,
      { ...typed, phone: '98 000 003' },
      page
    )
    assert.notEqual(alone.to, `/admin/leads/${left}`)
    assert.deepEqual(await phonesOf(left), [])
    const after = await browser.htmlOf('/admin/leads/export')
    assert.include(after, `${id},Garage Amel,garage`)
    assert.notInclude(after, '+216')
  })

  test('the way of a day has room for 25 visits, and says how many are left', async ({
    assert,
  }) => {
    const browser = await loggedIn(await createStaff('sales'))
    for (let nth = 0; nth < 27; nth++) {
      await planTask(await newLead(), { what: `Visite ${nth}`, dueOn: '2026-01-05' }, TESTING)
    }
    const html = await browser.htmlOf('/admin/leads/route')
    assert.lengthOf(html.match(/class="thing-name"/g)!, 25)
    assert.include(html, '2 visites moins urgentes')
  })

  test('duplicates are compared, merged and taken apart', async ({ assert }) => {
    const browser = await loggedIn(await createStaff('sales'))
    const phones = ['+21698000001']
    const far = { latitude: 34.9, longitude: 10.76 }
    const one = await newLead({ name: 'Garage Sami Nasri', location: SFAX, phones })
    const other = await newLead({ name: 'Garage Sami Nasri', location: far, phones })
    assert.include(await browser.htmlOf('/admin/leads/duplicates'), 'Garage Sami Nasri')
    const compared = `/admin/leads/${one}/merge/${other}`
    await browser.post(`/admin/leads/${one}/merges`, { from: String(other) }, compared)
    const { mergedInto } = await leadQuery(other)
    assert.equal(mergedInto, one)
    const [{ id }] = await sql<{ id: number }>('select id from lead_merges where undone_at is null')
    await browser.post(`/admin/leads/merges/${id}/undo`, {}, `/admin/leads/${one}`)
    const apart = await leadQuery(other)
    assert.isNull(apart.mergedInto)
  })

  test('a trial of rules tells of scores that change within their band', async ({ assert }) => {
    const [garage] = [await newLead(), await newLead({ segment: 'station' })]
    const { score, band } = await leadQuery(garage)
    const { rules } = await currentRuleset()
    const more = { ...rules, segment_garage: rules.segment_garage + 1 }
    const { scores, moves } = await previewRules(more)
    assert.deepEqual(scores, { changed: 1, mean: 1 }, `${score} ${band}`)
    assert.isEmpty(moves)
    const owner = await loggedIn(await createStaff('owner'))
    const page = await owner.htmlOf(`/admin/leads/rules?segment_garage=${rules.segment_garage + 1}`)
    assert.include(page, '+1,0')
    const same = await previewRules(rules)
    assert.deepEqual(same.scores, { changed: 0, mean: 0 })
  })

  test('rules are tried, kept as a version, and all leads scored by them', async ({ assert }) => {
    const owner = await loggedIn(await createStaff('owner'))
    const id = await newLead()
    const rules = rulesWith({ segment_garage: 45, near: 40 })
    const fields = Object.fromEntries(
      Object.entries(rules).map(([name, value]) => [name, String(value)])
    )
    const place = '/admin/leads/rules'
    const tried = await owner.htmlOf(`${place}?${new URLSearchParams(fields)}`)
    assert.include(tried, '1 prospect change')
    assert.include(await owner.htmlOf(`${place}?near=1`), 'doit valoir au moins')
    const { score, ruleset } = await leadQuery(id)
    const saved = await owner.post(place, fields, place)
    assert.equal(saved.status, 303)
    assert.equal(await rescoreAll(), 1)
    const after = await leadQuery(id)
    assert.isAbove(after.score, score)
    assert.isAbove(after.ruleset!, ruleset!)
    const wrong = await owner.post(place, { ...fields, near: '1' }, place)
    assert.notEqual(wrong.to, place)
    await sql(`insert into lead_rulesets (rules, actor) values ('{}', 'test')`)
    const sales = await loggedIn(await createStaff('sales'))
    const refused = await sales.post(place, fields, place)
    assert.equal(refused.status, 403)
  })
})
