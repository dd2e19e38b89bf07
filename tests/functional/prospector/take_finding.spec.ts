import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { sql } from '#app/platform/database/sql'
import { convertLead } from '#app/prospector/leads/convert_lead'
import { forgetCached } from '#app/prospector/leads/forget_cached'
import { forgetUnanswered } from '#app/prospector/leads/forget_unanswered'
import { leadQuery, type LeadRow } from '#app/prospector/leads/lead_query'
import { keepApart } from '#app/prospector/leads/keep_apart'
import { mergeLeads } from '#app/prospector/leads/merge_leads'
import { unmergeLeads } from '#app/prospector/leads/unmerge_leads'
import { takeFinding } from '#app/prospector/leads/take_finding'
import { countDueTasks } from '#app/prospector/leads/tasks_query'
import { changeLead } from '#app/prospector/leads/change_lead'
import { logContact } from '#app/prospector/leads/log_contact'
import { optOut } from '#app/prospector/leads/opt_out'
import { planTask } from '#app/prospector/leads/plan_task'
import { repeats } from '#tests/depth'
import { emptyLeads, finding, newLead } from '#tests/support/leads/findings'
import { knownFindings } from '#tests/support/leads/known_businesses'
import { pairwise } from '#tests/support/leads/pairwise'
import { TESTING } from '#tests/support/staff'
import { waitUntil } from '#tests/wait_until'

const SFAX = { latitude: 34.74, longitude: 10.76 }

async function fieldOf<Field extends keyof LeadRow>(id: number, field: Field) {
  const lead = await leadQuery(id)
  return lead[field]
}

test.group('Findings become leads', (group) => {
  group.each.setup(() => emptyLeads())
  group.teardown(() => emptyLeads())

  test('the same finding twice is one lead, and two at once too', async ({ assert }) => {
    const one = finding({ taxId: '1234567 R', emails: ['CONTACT@Garage.TN'], location: SFAX })
    const first = await takeFinding(one)
    const again = await takeFinding(one)
    assert.equal(first.outcome, 'new')
    assert.deepEqual(again, { leadId: first.leadId, outcome: 'known' })
    const twin = finding()
    const both = await Promise.all([takeFinding(twin), takeFinding({ ...twin, source: 'manual' })])
    assert.equal(both[0].leadId, both[1].leadId)
    const lead = await leadQuery(first.leadId!)
    assert.equal(lead.taxId, '1234567R')
    assert.deepEqual(lead.emails, [{ value: 'contact@garage.tn', origin: 'own_site' }])
    assert.equal(
      lead.score,
      lead.terms.reduce((sum, { v }) => sum + v, 0)
    )
    assert.isBelow(lead.distanceKm!, 1)
  })

  test('each field comes from whoever is believed most, and says from whom', async ({ assert }) => {
    const site = finding({ name: 'Garage El Wafa', address: null, location: SFAX })
    const { leadId } = await takeFinding(site)
    const place = {
      ...site,
      source: 'places' as const,
      key: 'ChIJ1',
      name: 'EL WAFA',
      address: 'Km 3',
    }
    await takeFinding({ ...place, signs: { reviews: 57 } })
    const lead = await leadQuery(leadId!)
    assert.equal(lead.name, 'Garage El Wafa')
    assert.containSubset(lead.fieldOrigin, { name: 'own_site', address: 'google_cache' })
    assert.deepInclude(lead.terms, { k: 'fit.size', v: 5, why: '57' })
    const typed = finding({ source: 'manual', key: `lead:${leadId}`, name: 'Garage Wafa et fils' })
    await takeFinding({ ...typed, phones: site.phones, location: SFAX })
    const named = await leadQuery(leadId!)
    assert.equal(named.name, 'Garage Wafa et fils')
    assert.lengthOf(named.sources, 3)
  })

  test('of what Google says only the place id is left after thirty days', async ({ assert }) => {
    const place = finding({
      source: 'places',
      key: 'ChIJ2',
      location: SFAX,
      signs: { reviews: 12 },
    })
    const { leadId } = await takeFinding(place)
    const [kept] = await sql<{ days: number }>(
      `select extract(epoch from expires_at - last_seen_at) / 86400 as days from lead_sources where key = 'ChIJ2'`
    )
    assert.isAtMost(Number(kept.days), 30)
    assert.isNotNull(await fieldOf(leadId!, 'name'))
    await sql(
      `update lead_sources set last_seen_at = now() - interval '30 days', expires_at = now() - interval '1 second'
       where lead_id = $1`,
      [leadId]
    )
    assert.equal(await forgetCached(), 1)
    const lead = await leadQuery(leadId!)
    assert.containSubset(lead, { name: null, phones: [], latitude: null, reviews: null })
    assert.deepEqual(lead.fieldOrigin, {})
    assert.deepEqual(
      lead.sources.map(({ key }) => key),
      ['ChIJ2']
    )
    const traces = await sql<{ changes: string }>(
      `select changes::text from audit_log where entity = 'leads' and entity_id = $1 and at >= $2`,
      [String(leadId), place.seenAt]
    )
    assert.isNotEmpty(traces)
    for (const word of [place.name!, 'garage', 'TN-61']) {
      assert.notInclude(JSON.stringify(traces), word)
    }
    const again = await takeFinding({ ...place, seenAt: new Date() })
    assert.deepEqual(again, { leadId, outcome: 'known' })
  })

  test('an opt-out is for ever: another source, another key, another lead', async ({ assert }) => {
    const one = finding({ emails: ['contact@laisser.tn'] })
    const { leadId } = await takeFinding(one)
    await planTask(leadId!, { what: 'rappeler', dueOn: '2026-12-01' }, TESTING)
    await optOut(leadId!, 'par téléphone', TESTING)
    const left = await leadQuery(leadId!)
    assert.containSubset(left, { status: 'never_contact', score: 0, phones: [], emails: [] })
    const found = await takeFinding({ ...finding(), phones: one.phones })
    assert.deepEqual(found, { leadId, outcome: 'suppressed' })
    const same = await takeFinding(one)
    assert.deepEqual(same, { leadId, outcome: 'suppressed' })
    assert.deepEqual(await fieldOf(leadId!, 'phones'), [])
    await assert.rejects(() => changeLead(leadId!, { status: 'to_call' }, TESTING))
    await assert.rejects(() => logContact(leadId!, { by: 'call', outcome: 'answered' }, TESTING))
    const told = JSON.stringify(
      await sql('select * from lead_sources where lead_id = $1', [leadId])
    )
    assert.notInclude(told, one.phones[0])
    await assert.rejects(() => sql('delete from lead_suppressions'), /kept for ever/)
    const known = await takeFinding(finding({ key: 'laisser-2.tn' }))
    const tells = finding({
      key: 'laisser-2.tn',
      emails: ['contact@laisser.tn'],
      seenAt: new Date(),
    })
    const retold = await takeFinding(tells)
    assert.equal(retold.outcome, 'suppressed')
    assert.equal(await fieldOf(known.leadId!, 'status'), 'never_contact')
  })

  test('an opt-out is one of all parts, and stays theirs when they are taken apart', async ({
    assert,
  }) => {
    const isLeft = async (id: number) => {
      const { optedOut, status } = await leadQuery(id)
      return optedOut && status === 'never_contact'
    }
    const [a, b, c] = [await newLead(), await newLead(), await newLead()]
    await planTask(b, { what: 'rappeler', dueOn: '2026-01-05' }, TESTING)
    const first = await mergeLeads(a, b, TESTING)
    await optOut(a, null, TESTING)
    assert.equal(await countDueTasks(), 0)
    const second = await mergeLeads(a, c, TESTING)
    await unmergeLeads(second.mergeId, TESTING)
    await unmergeLeads(first.mergeId, TESTING)
    for (const id of [a, b, c]) assert.isTrue(await isLeft(id), String(id))
    await assert.rejects(() => planTask(b, { what: 'x', dueOn: '2026-01-05' }, TESTING))
    assert.deepEqual(await fieldOf(c, 'phones'), [])
  })

  test('a new number of somebody who opted out is suppressed, whoever tells it', async ({
    assert,
  }) => {
    const site = finding({ name: 'Garage Silence', website: 'https://silence.tn' })
    const { leadId } = await takeFinding(site)
    await optOut(leadId!, null, TESTING)
    const again = { ...site, phones: ['+21698000011'], seenAt: new Date() }
    assert.deepEqual(await takeFinding(again), { leadId, outcome: 'suppressed' })
    const other = finding({ ...site, source: 'places', key: 'ChIJ12', phones: ['+21698000012'] })
    assert.deepEqual(await takeFinding(other), { leadId, outcome: 'suppressed' })
    assert.deepEqual(await fieldOf(leadId!, 'phones'), [])
    for (const phone of ['+21698000011', '+21698000012']) {
      const found = await takeFinding(finding({ phones: [phone] }))
      assert.equal(found.outcome, 'suppressed', phone)
    }
  })

  test('who was never worked nor told of for 24 months is forgotten', async ({ assert }) => {
    const old = await newLead({ phones: ['+21698000021'] })
    const part = await newLead()
    await mergeLeads(old, part, TESTING)
    const left = await newLead()
    await optOut(left, null, TESTING)
    const [worked, seen] = [await newLead(), await newLead()]
    const aged = `now() - interval '25 months'`
    await sql('alter table lead_events disable trigger user')
    await sql(`update lead_events set at = ${aged}`)
    await sql('alter table lead_events enable trigger user')
    await sql(`update leads set created_at = ${aged}`)
    await sql(`update lead_sources set last_seen_at = ${aged} where lead_id <> $1`, [seen])
    await logContact(worked, { by: 'call', outcome: 'answered' }, TESTING)

    assert.equal(await forgetUnanswered(), 1)

    const kept = await sql<{ id: number }>('select id from leads order by id')
    assert.deepEqual(
      kept.map(({ id }) => id),
      [left, worked, seen]
    )
    assert.isEmpty(await sql(`select 1 from lead_keys where value = '+21698000021'`))
    const again = await takeFinding(finding({ phones: ['+21698000021'] }))
    assert.equal(again.outcome, 'new')
  })

  test('two become one and two again, with what each had', async ({ assert }) => {
    const [into, from] = [
      await newLead({ name: 'Garage Zeta' }),
      await newLead({ name: 'Omega Auto' }),
    ]
    const before = [await leadQuery(into), await leadQuery(from)]
    await logContact(from, { by: 'call', outcome: 'answered' }, TESTING)
    const { mergeId } = await mergeLeads(into, from, TESTING)
    const merged = await leadQuery(into)
    assert.lengthOf(merged.phones, 2)
    assert.equal(await fieldOf(from, 'mergedInto'), into)
    assert.isTrue(merged.terms.some(({ k }) => k === 'eng.call'))
    await assert.rejects(() => changeLead(from, { notes: 'non' }, TESTING))
    await assert.rejects(() => mergeLeads(into, from, TESTING))
    await unmergeLeads(mergeId, TESTING)
    const after = [await leadQuery(into), await leadQuery(from)]
    for (const at of [0, 1]) {
      for (const field of ['name', 'phones', 'sources', 'mergedInto'] as const) {
        assert.deepEqual(after[at][field], before[at][field])
      }
    }
    await assert.rejects(() => unmergeLeads(mergeId, TESTING))
  })

  test('a merge of merges comes apart in the order it was made', async ({ assert }) => {
    const [a, b, c] = [await newLead(), await newLead(), await newLead()]
    const inner = await mergeLeads(b, c, TESTING)
    const outer = await mergeLeads(a, b, TESTING)
    assert.equal(await fieldOf(c, 'mergedInto'), a)
    await assert.rejects(() => unmergeLeads(inner.mergeId, TESTING))
    await unmergeLeads(outer.mergeId, TESTING)
    assert.equal(await fieldOf(c, 'mergedInto'), b)
    await unmergeLeads(inner.mergeId, TESTING)
    assert.isNull(await fieldOf(c, 'mergedInto'))
  })

  test('a matricule names its firm with or without that of an establishment', async ({
    assert,
  }) => {
    const one = await newLead({ name: 'Garage Alpha', taxId: '1234567R' })
    const { leadId } = await takeFinding(
      finding({ name: null, phones: [], taxId: '1234567R/A/M/000', source: 'manual' })
    )
    assert.equal(leadId, one)
  })

  test('an account that somebody creates at the same moment is the one of the lead', async ({
    assert,
  }) => {
    const id = await newLead()
    const email = `twin.${Date.now()}@garage.test`
    const trx = await db.transaction()
    const [account] = await sql<{ id: number }>(
      `insert into customers (full_name, email) values ('Twin', $1) returning id`,
      [email],
      trx
    )
    const converted = convertLead(id, { fullName: 'Twin', email, phone: null }, TESTING)
    await waitUntil('the insert waits', async () => {
      const waiting = await sql(
        `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%insert into customers%'`
      )
      return waiting.length > 0
    })
    await trx.commit()
    assert.deepEqual(await converted, { customerId: account.id })
  })

  test('who may be the same is asked about once', async ({ assert }) => {
    const far = { latitude: 34.9, longitude: 10.76 }
    const one = await newLead({
      name: 'Garage Sami Nasri',
      location: SFAX,
      phones: ['+21698000001'],
    })
    const other = await newLead({
      name: 'Garage Sami Nasri',
      location: far,
      phones: ['+21698000001'],
    })
    assert.notEqual(one, other)
    const open = () => sql<{ id: number }>(`select id from lead_duplicates where state = 'open'`)
    const [{ id }] = await open()
    await keepApart(id, TESTING)
    const [source] = await sql<{ key: string }>('select key from lead_sources where lead_id = $1', [
      one,
    ])
    await takeFinding(
      finding({
        key: source.key,
        name: 'Garage Sami Nasri',
        location: SFAX,
        phones: ['+21698000001'],
      })
    )
    assert.lengthOf(await open(), 0)
  })

  test('on sets with known truth nearly every pair is found by the product itself', async ({
    assert,
  }) => {
    for (const seed of [11, 1, 2].slice(0, repeats(1, 3))) {
      await emptyLeads()
      const labels: { found: number; truth: number }[] = []
      for (const { business, finding: one } of knownFindings(300, seed)) {
        const { leadId } = await takeFinding(one)
        labels.push({ found: leadId!, truth: business })
      }
      const found = pairwise(labels)
      assert.isAtLeast(found.f1, 0.95, `set ${seed}: ${JSON.stringify(found)}`)
    }
  })
})
