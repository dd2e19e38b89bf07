import { spawnSync } from 'node:child_process'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { resetPassword } from '#app/staff/members/reset_password'
import type { StaffRow } from '#app/staff/members/staff_query'
import StaffMember from '#app/staff/members/staff_member'
import { updateStaffMember } from '#app/staff/members/update_staff_member'
import { repeats } from '#tests/depth'
import { assertDescribed } from '#tests/support/api_contract'
import { withSecondFactor } from '#tests/support/authenticator'
import { statementsOfVisit } from '#tests/support/statements'
import { bearer, createResetToken, createStaff, TESTING } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

const URL = '/api/admin/staff'
let serial = 0
const newAddress = () => `neuf.${process.pid}.${Date.now()}.${++serial}@shabou.test`

type Entry = { actor: string; source: string; action: string; changes: Record<string, unknown[]> }

/** What the audit log knows of an account. */
const historyOf = ({ id }: { id: number }) =>
  sql<Entry>(
    `select actor, source, action, changes from audit_log
     where entity = 'staff_members' and entity_id = $1 order by id`,
    [String(id)]
  )

/** The links that wait to be mailed to that address; taken out, as a worker of another test would mail them. */
const linksFor = (email: string) =>
  sql<{ notice: string }>(
    `delete from jobs.job where name = 'staff.mail_reset_link' and data ->> 'email' = $1
     returning data ->> 'notice' as notice`,
    [email]
  )

test.group('Accounts of the staff', (group) => {
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await sql('delete from token_buckets')
  })

  test('programs add somebody, who is mailed a link', async ({ client, assert }) => {
    const { member, token } = await bearer()
    const email = newAddress()
    const body = { email: ` ${email.toUpperCase()} `, fullName: 'Amel Trabelsi', role: 'counter' }
    const created = await client.post(URL).bearerToken(token).json(body)
    created.assertStatus(201)
    assertDescribed(URL, 'post', created)
    const { id } = created.body().data
    assert.equal(created.body().data.email, email)
    assert.deepEqual(await linksFor(email), [{ notice: 'invited' }])
    const [entry] = await historyOf({ id })
    assert.deepEqual([entry.actor, entry.source, entry.action], [member.actor, 'api', 'created'])
    assert.deepEqual(entry.changes.password, [null, '•••'])
    const again = await client.post(URL).bearerToken(token).json(body)
    assert.deepEqual([again.status(), again.body().code], [409, 'address_taken'])
    for (const wrong of [{ email: 'x' }, { role: 'king' }, { fullName: 'A\r\nBcc: b@c.tn' }]) {
      const refused = await client
        .post(URL)
        .bearerToken(token)
        .json({ ...body, ...wrong })
      refused.assertStatus(422)
    }
    assert.isEmpty(await linksFor(email))
  })

  test('programs read and change them, one version after the other', async ({ client, assert }) => {
    const { member: owner, token } = await bearer()
    const member = await createStaff('sales')
    const path = `${URL}/${member.id}`
    const read = await client.get(path).bearerToken(token)
    assertDescribed(`${URL}/{id}`, 'get', read)
    read.assertHeader('etag', '"1"')
    const patch = (body: object, version = '*') =>
      client.patch(path).bearerToken(token).header('If-Match', version).json(body)
    const changed = await patch({ fullName: 'Sami', role: 'buyer', locale: 'ar' }, '"1"')
    changed.assertStatus(200)
    assertDescribed(`${URL}/{id}`, 'patch', changed)
    assert.containSubset(changed.body().data, { fullName: 'Sami', role: 'buyer', version: 2 })
    const late = await patch({ fullName: 'Autre' }, '"1"')
    late.assertStatus(412)
    const unknown = await patch({ role: 'king' })
    assert.deepEqual([unknown.status(), unknown.body().code], [422, 'unknown_role'])
    const entry = await historyOf(member)
    assert.deepEqual(entry.at(-1)?.changes.role, ['sales', 'buyer'])
    assert.equal(entry.at(-1)?.actor, owner.actor)
    const nobody = await client.patch(`${URL}/2147483000`).bearerToken(token).json({ locale: 'fr' })
    nobody.assertStatus(404)
  })

  test('the list is read page by page, in the order of the alphabet', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer()
    const names = ['Éric', 'eric', 'Zoé', 'Ali']
    for (const fullName of names) {
      const member = await createStaff('sales')
      await sql('update staff_members set full_name = $1 where id = $2', [fullName, member.id])
    }
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const query: Record<string, string> = { limit: '3', ...(cursor && { cursor }) }
      const response = await client.get(URL).bearerToken(token).qs(query)
      response.assertStatus(200)
      assertDescribed(URL, 'get', response)
      const { data, meta } = response.body() as {
        data: StaffRow[]
        meta: { nextCursor: string | null }
      }
      seen.push(...data.map(({ id }) => String(id)))
      cursor = meta.nextCursor
    } while (cursor)
    const all = await sql<{ id: number }>(
      'select id from staff_members order by full_name collate "fr-x-icu", id'
    )
    assert.deepEqual(
      seen,
      all.map(({ id }) => String(id))
    )
    const disabled = await client.get(URL).bearerToken(token).qs({ state: 'disabled' })
    assert.isTrue(disabled.body().data.every(({ disabledAt }: StaffRow) => disabledAt))
  })

  test('NPL-01: lists ask as much for ten people as for a hundred', async ({ assert }) => {
    const browser = await loggedIn(await createStaff())
    const hire = (count: number) =>
      sql(
        `insert into staff_members (email, full_name, password, role)
         select $1 || n || '@shabou.test', 'Npl ' || n, 'x', 'sales' from generate_series(1, $2::int) n`,
        [`npl.${Date.now()}.${count}.`, count]
      )
    const counts: number[][] = []
    for (const people of [10, 90]) {
      await hire(people)
      const asked: number[] = []
      for (const path of ['/admin/staff', '/admin/roles']) {
        asked.push(await statementsOfVisit(() => browser.get(path)))
      }
      counts.push(asked)
    }
    await sql(`delete from staff_members where full_name like 'Npl %'`)
    assert.deepEqual(counts[1], counts[0])
    assert.isBelow(Math.max(...counts[0]), 12)
  })

  test('who is disabled is out of everything at once, and comes back', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer()
    const { member, token: theirs } = await bearer('counter')
    const browser = await loggedIn(member)
    const set = (disabled: boolean) =>
      client.patch(`${URL}/${member.id}`).bearerToken(token).json({ disabled })
    await set(true)
    assert.equal(await browser.sentTo('/admin'), '/admin/login')
    const refused = await client.get('/api/admin/products').bearerToken(theirs)
    refused.assertStatus(401)
    await set(false)
    const still = await client.get('/api/admin/products').bearerToken(theirs)
    still.assertStatus(401)
    const back = await loggedIn(member)
    assert.equal(await back.statusOf('/admin'), 200)
  })

  test('the page does all of it', async ({ assert }) => {
    const owner = await createStaff()
    const browser = await loggedIn(owner)
    const email = newAddress()
    const fields = { email, fullName: 'Leïla <b>', role: 'warehouse' }
    const added = await browser.post('/admin/staff', fields, '/admin/staff/new')
    assert.match(added.to!, /^\/admin\/staff\/\d+$/)
    const page = added.to!
    const shown = await browser.get(page)
    assert.include(shown.html, 'Leïla &lt;b&gt;')
    const taken = await browser.post('/admin/staff', fields, '/admin/staff/new')
    assert.equal(taken.to, '/admin/staff/new')
    await browser.post(page, { fullName: 'Leïla', role: 'buyer', version: '1' })
    await browser.post(page, { fullName: 'Trop tard', role: 'buyer', version: '1' })
    await browser.post(`${page}/suspension`, {}, page)
    const member = await StaffMember.findByOrFail('email', email)
    assert.containSubset(member.serialize(), { fullName: 'Leïla', role: 'buyer' })
    assert.isNotNull(member.disabledAt)
    await browser.post(`${page}/suspension/end`, {}, page)
    await withSecondFactor(member)
    const on = await StaffMember.findOrFail(member.id)
    assert.isNotNull(on.secondFactorSince)
    await browser.post(`${page}/second-factor/removal`, {}, page)
    const off = await StaffMember.findOrFail(member.id)
    assert.isNull(off.secondFactorSince)
    await linksFor(email)
    await browser.post(`${page}/reset-link`, {}, page)
    assert.deepEqual(await linksFor(email), [{ notice: 'reset' }])
    const list = await browser.get('/admin/staff')
    assert.equal(list.status, 200)
    const history = await historyOf(member)
    assert.isTrue(history.filter(({ source }) => source === 'ui').length >= 5)
    const reader = await loggedIn(await createStaff('readonly'))
    assert.equal(await reader.statusOf('/admin/staff'), 403)
  })

  test('of two owners who take each other’s place at once, one stays', async ({ assert }) => {
    for (let n = 0; n < repeats(5, 50); n++) {
      const [one, two] = [await createStaff(), await createStaff()]
      const others = await sql<{ id: number }>(
        `update staff_members set disabled_at = now()
         where role = 'owner' and disabled_at is null and id <> all ($1) returning id`,
        [[one.id, two.id]]
      )
      const patch = n % 2 ? { disabled: true } : { role: 'readonly' }
      const results = await Promise.allSettled([
        updateStaffMember(two.id, patch, one, TESTING),
        updateStaffMember(one.id, patch, two, TESTING),
      ])
      await sql('update staff_members set disabled_at = null where id = any ($1)', [
        others.map(({ id }) => id),
      ])
      const refused = results.flatMap((result) =>
        result.status === 'rejected' ? [(result.reason as { code: string }).code] : []
      )
      assert.deepEqual(refused, ['last_owner'])
    }
  })

  test('the last owner is told why not, on the page too', async ({ assert }) => {
    const owner = await createStaff()
    const browser = await loggedIn(owner)
    const others = await sql<{ id: number }>(
      `update staff_members set disabled_at = now()
       where role = 'owner' and disabled_at is null and id <> $1 returning id`,
      [owner.id]
    )
    const page = `/admin/staff/${owner.id}`
    const { to } = await browser.post(`${page}/suspension`, {}, page)
    await sql('update staff_members set disabled_at = null where id = any ($1)', [
      others.map(({ id }) => id),
    ])
    assert.equal(to, page)
    const { html } = await browser.get(page)
    assert.include(html, 'dernier propriétaire')
  })

  test('whoever writes is in the audit log, and no password is', async ({ assert }) => {
    const email = newAddress()
    const { status, stderr } = spawnSync(
      process.execPath,
      ['ace.js', 'staff:create', email, '--role=buyer', '--password-stdin'],
      { cwd: app.makePath(), input: 'quatre mots bien choisis\n', encoding: 'utf8' }
    )
    assert.equal(status, 0, stderr)
    const member = await StaffMember.findByOrFail('email', email)
    const link = await createResetToken(member)
    const from = { requestId: 'reset-1', ip: '41.224.1.1' }
    await resetPassword(link, 'quatre mots mieux choisis', from)
    const history = await historyOf(member)
    assert.deepEqual(
      history.map(({ actor, source }) => [actor, source]),
      [
        ['command:staff:create', 'command'],
        [member.actor, 'ui'],
      ]
    )
    assert.deepEqual(history[1].changes.password, ['•••', '•••'])
    assert.notInclude(JSON.stringify(history), member.password)
  })
})
