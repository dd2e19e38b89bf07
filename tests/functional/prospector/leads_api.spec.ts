import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { encodeCursor } from '#app/platform/lists/cursor'
import { convertLead } from '#app/prospector/leads/convert_lead'
import { rescoreLeads } from '#app/prospector/score/rescore_leads'
import { logContact } from '#app/prospector/leads/log_contact'
import { optOut } from '#app/prospector/leads/opt_out'
import { assertDescribed } from '#tests/support/api_contract'
import { emptyLeads, newLead } from '#tests/support/leads/findings'
import { bearer, TESTING } from '#tests/support/staff'

const LEADS = '/api/admin/leads'

test.group('The API of leads', (group) => {
  group.each.setup(() => emptyLeads())
  group.teardown(() => emptyLeads())

  test('leads are listed by score, filtered and paged; the seed path answers the same', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer('sales')
    const garage = await newLead({ name: 'Garage Trabelsi', website: 'https://trabelsi.tn' })
    const school = await newLead({ segment: 'driving_school', governorate: 'TN-11', name: 'Code' })
    const place = await newLead({ source: 'places', key: 'ChIJ9', phones: ['+21674111222'] })
    await logContact(school, { by: 'call', outcome: 'answered' }, TESTING)
    const list = (query: object) => client.get(LEADS).qs(query).bearerToken(token)
    const ids = async (query: object) => {
      const answer = await list(query)
      return (answer.body().data as { id: number }[]).map(({ id }) => id)
    }
    const first = await list({ limit: 2 })
    assertDescribed(LEADS, 'get', first)
    const second = await list({ limit: 2, cursor: first.body().meta.nextCursor })
    const all = [...first.body().data, ...second.body().data]
    assert.sameMembers(
      all.map(({ id }) => id),
      [garage, school, place]
    )
    const scores = all.map(({ score }) => score)
    assert.deepEqual(
      scores,
      [...scores].sort((a, b) => b - a)
    )
    assert.deepEqual(await ids({ segment: 'driving_school' }), [school])
    assert.deepEqual(await ids({ governorate: 'TN-11' }), [school])
    assert.deepEqual(await ids({ status: 'contacted' }), [school])
    assert.deepEqual(await ids({ source: 'places' }), [place])
    assert.deepEqual(await ids({ q: 'TRABELSÎ' }), [garage])
    assert.deepEqual(await ids({ q: '74 111 222' }), [place])
    const seed = await client.get('/prospector/leads').bearerToken(token)
    const plain = await list({})
    assert.deepEqual(seed.body(), plain.body())
    const closed = await client.get('/prospector/leads').header('accept', 'application/json')
    closed.assertStatus(401)
  })

  test('of leads that are worth the same those come first who showed interest last, then the nearest', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer('sales')
    const ids: number[] = []
    for (let nth = 0; nth < 6; nth++) ids.push(await newLead())
    const [far, near, nowhere, late, early, other] = ids
    await sql(`update leads set score = 40, engaged_at = null, distance_km = null`)
    await sql('update leads set distance_km = 7.3 where id = $1', [far])
    await sql('update leads set distance_km = 2.1 where id = $1', [near])
    await sql(`update leads set engaged_at = '2026-11-20T10:00:00.123Z' where id = $1`, [late])
    await sql(`update leads set engaged_at = '2026-11-02T10:00:00Z' where id = any ($1)`, [
      [early, other],
    ])
    await sql('update leads set distance_km = 3 where id = $1', [other])
    const seen: number[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const answer = await client.get(LEADS).qs({ limit: 1, cursor }).bearerToken(token)
      const { data, meta } = answer.body()
      seen.push(...data.map(({ id }: { id: number }) => id))
      cursor = meta.nextCursor
    }
    assert.deepEqual(seen, [late, other, early, near, far, nowhere])
    const foreign = encodeCursor('leads:name:asc', { value: 'Garage', id: 1 })
    const wrong = await client.get(LEADS).qs({ cursor: foreign }).bearerToken(token)
    wrong.assertStatus(422)
  })

  test('every term has its reason, and quotes of the account count', async ({ client, assert }) => {
    const { token } = await bearer('sales')
    const id = await newLead({
      website: 'https://raison.tn',
      address: 'Km 3',
      delegation: 'Sfax Ville',
    })
    const before = await client.get(`${LEADS}/${id}`).bearerToken(token)
    assert.deepInclude(before.body().data.terms, { k: 'data.phone', v: 6, why: 'own_site' })
    await logContact(id, { by: 'call', outcome: 'asked' }, TESTING)
    const email = `raison.${Date.now()}@garage.test`
    const { customerId } = await convertLead(id, { fullName: 'R', email, phone: null }, TESTING)
    await sql(
      `insert into quotes (customer_id, locale, promotions, total, expires_at) values ($1, 'fr', '[]', 1000, now())`,
      [customerId]
    )
    await rescoreLeads([id])
    const alone = await newLead({ phones: [] })
    const closed = await newLead({ signs: { closed: true } })
    const left = await newLead()
    await optOut(left, null, TESTING)
    const terms: { k: string; why: string }[] = []
    for (const one of [id, alone, closed, left]) {
      const answer = await client.get(`${LEADS}/${one}`).bearerToken(token)
      terms.push(...answer.body().data.terms)
    }
    assert.includeMembers(
      terms.map(({ k }) => k),
      [
        ...['data.phone', 'data.address', 'data.website', 'eng.asked', 'eng.quote'],
        ...['penalty.no_channel', 'penalty.closed', 'penalty.opted_out'],
      ]
    )
    assert.deepEqual(
      terms.filter(({ why }) => why === ''),
      []
    )
  })

  test('a lead tells its reasons, and of whom it knows what', async ({ client, assert }) => {
    const { token } = await bearer('sales')
    const id = await newLead({ source: 'places', key: 'ChIJ10' })
    const seen = await client.get(`${LEADS}/${id}`).bearerToken(token)
    assertDescribed(`${LEADS}/{id}`, 'get', seen)
    const lead = seen.body().data
    assert.deepEqual(lead.attributions, ['Google Maps'])
    assert.equal(lead.fieldOrigin.name, 'google_cache')
    assert.equal(
      lead.score,
      lead.terms.reduce((sum: number, { v }: { v: number }) => sum + v, 0)
    )
    assert.include(lead.terms[0], { k: 'fit.segment', v: 20, why: 'garage' })
  })

  test('it moves as the table of moves allows, with notes; never_contact is for ever', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer('sales')
    const id = await newLead()
    const patch = (body: object) => client.patch(`${LEADS}/${id}`).bearerToken(token).json(body)
    const called = await patch({ status: 'contacted', notes: 'Rappeler mardi' })
    assertDescribed(`${LEADS}/{id}`, 'patch', called)
    assert.containSubset(called.body().data, { status: 'contacted', notes: 'Rappeler mardi' })
    const quoted = await patch({ status: 'quote' })
    assert.isTrue(quoted.body().data.terms.some(({ k }: { k: string }) => k === 'eng.quote'))
    const back = await patch({ status: 'new' })
    back.assertStatus(409)
    assert.equal(back.body().code, 'lead_moved_on')
    for (const status of ['won', 'lost', 'to_call', 'new', 'quote', 'contacted', 'won']) {
      const moved = await patch({ status })
      assert.containSubset(moved.body().data, { status, notes: 'Rappeler mardi' })
    }
    const noted = await patch({ notes: 'Content' })
    assert.containSubset(noted.body().data, { status: 'won', notes: 'Content' })
    const left = await patch({ status: 'never_contact' })
    assert.containSubset(left.body().data, { score: 0, phones: [], status: 'never_contact' })
    const again = await patch({ status: 'to_call' })
    again.assertStatus(409)
    const { token: readonly } = await bearer('readonly')
    const refused = await client.get(LEADS).bearerToken(readonly)
    refused.assertStatus(403)
  })
})
