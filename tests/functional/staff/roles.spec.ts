import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { ABILITIES } from '#app/staff/abilities'
import Role from '#app/staff/roles/role'
import { createRole, deleteRole, updateRole } from '#app/staff/roles/write_role'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { bearer, createStaff, TESTING } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

const URL = '/api/admin/roles'
let serial = 0
const newName = () => `Rôle ${process.pid} ${Date.now()} ${++serial}`

test.group('Roles', (group) => {
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await sql('delete from token_buckets')
  })

  const newRole = async (abilities: (typeof ABILITIES)[number][] = ['products:read']) =>
    createRole({ name: newName(), abilities }, await createStaff(), TESTING)

  test('seven come with the shop, the owner may everything, nobody else may give out roles', async ({
    assert,
  }) => {
    const roles = await Role.query().where('built_in', true)
    assert.sameMembers(
      roles.map(({ key }) => key),
      ['owner', 'counter', 'warehouse', 'buyer', 'sales', 'accountant', 'readonly']
    )
    for (const role of roles) {
      const known = role.isOwner || role.abilities.every((one) => ABILITIES.includes(one as never))
      assert.isTrue(known, role.key)
      assert.equal(role.grants('roles:write'), role.isOwner)
      assert.equal(role.grants('costs:read'), ['owner', 'buyer', 'accountant'].includes(role.key))
    }
    assert.deepEqual(roles.find(({ isOwner }) => isOwner)!.granted, [...ABILITIES])
    await assert.rejects(
      () => sql(`update roles set abilities = '{products:read}' where key = 'owner'`),
      /owners_may_everything/
    )
  })

  test('every right is told once and has its words in every language', ({ assert }) => {
    assert.lengthOf(new Set(ABILITIES), ABILITIES.length)
    for (const locale of ['fr', 'ar', 'en']) {
      const file = app.makePath(`resources/lang/${locale}/access.json`)
      const texts = JSON.parse(readFileSync(file, 'utf8')) as {
        abilities: Record<string, Record<string, string>>
        roles: Record<string, string>
      }
      for (const ability of ABILITIES) {
        const [resource, action] = ability.split(':')
        assert.isString(texts.abilities[resource]?.[action], `${locale}: ${ability}`)
        assert.isString(texts.abilities[resource].name, `${locale}: ${resource}`)
      }
    }
  })

  test('programs create, read, change and delete them', async ({ client, assert }) => {
    const { token } = await bearer()
    const name = newName()
    const created = await client
      .post(URL)
      .bearerToken(token)
      .json({ name, abilities: ['products:read', 'costs:read'] })
    created.assertStatus(201)
    assertDescribed(URL, 'post', created)
    const { key } = created.body().data
    assert.deepEqual(created.body().data.abilities, ['products:read', 'costs:read'])

    const one = `${URL}/${key}`
    const read = await client.get(one).bearerToken(token)
    read.assertHeader('etag', '"1"')
    assertDescribed(`${URL}/{key}`, 'get', read)
    const list = await client.get(URL).bearerToken(token)
    assertDescribed(URL, 'get', list)
    assert.equal(list.body().data[0].key, 'owner')

    const change = (version: string) =>
      client
        .patch(one)
        .bearerToken(token)
        .header('If-Match', version)
        .json({ abilities: ['products:read'], requiresSecondFactor: true })
    const changed = await change('"1"')
    changed.assertStatus(200)
    assert.deepEqual(changed.body().data.abilities, ['products:read'])
    assert.equal(changed.body().data.version, 2)
    const late = await change('"1"')
    late.assertStatus(412)
    assertDescribed(`${URL}/{key}`, 'patch', late)

    const gone = await client.delete(one).bearerToken(token)
    gone.assertStatus(204)
    const again = await client.delete(one).bearerToken(token)
    again.assertStatus(404)
  })

  test('what cannot be is refused with a reason', async ({ client, assert }) => {
    const { token } = await bearer()
    const { key, name } = await newRole()
    const member = await createStaff(key)
    const send = async (method: 'post' | 'patch' | 'delete', path: string, body: object = {}) => {
      const response = await client[method](URL + path)
        .bearerToken(token)
        .json(body)
      return `${response.status()} ${response.body().code}`
    }
    const abilities = ['products:read']
    assert.equal(await send('post', '', { name, abilities }), '409 role_name_taken')
    const shouted = { name: name!.toUpperCase(), abilities }
    assert.equal(await send('post', '', shouted), '409 role_name_taken')
    const unknown = { name: newName(), abilities: ['products:eat'] }
    assert.equal(await send('post', '', unknown), '422 validation_failed')
    assert.equal(await send('patch', '/owner', { abilities }), '409 owner_may_everything')
    assert.equal(await send('patch', '/counter', { name: 'Autre' }), '409 built_in_role')
    assert.equal(await send('delete', '/counter'), '409 built_in_role')
    assert.equal(await send('delete', `/${key}`), '409 role_in_use')
    assert.equal(await send('patch', '/personne', { abilities }), '404 not_found')
    assert.equal(member.role, key)
  })

  test('names make keys, in whatever letters', async ({ assert }) => {
    const owner = await createStaff()
    const keys: string[] = []
    for (const name of ['Préparateur Sfax', 'Préparateur-Sfax', 'مندوب', '!!!']) {
      const role = await createRole({ name: `${name} ${newName()}`, abilities: [] }, owner, TESTING)
      keys.push(role.key)
      await deleteRole(role.key, TESTING)
    }
    for (const key of keys) assert.match(key, /^[a-z][a-z0-9_]{1,39}$/)
    assert.include(keys[0], 'preparateur_sfax')
  })

  test('a right that is taken away is gone with the next request, wherever somebody works', async ({
    client,
    assert,
  }) => {
    await emptyCatalogue()
    await createProduct()
    const owner = await createStaff()
    const role = await newRole(['dashboard:read', 'products:read', 'costs:read'])
    const { member, token } = await bearer(role.key)
    const browser = await loggedIn(member)
    const list = () => client.get('/api/admin/products').bearerToken(token)
    const before = await list()
    assert.property(before.body().data[0], 'cost')
    assert.equal(await browser.statusOf('/admin'), 200)

    await updateRole(role.key, { abilities: ['products:read'] }, owner, TESTING)
    const without = await list()
    without.assertStatus(200)
    assert.notProperty(without.body().data[0], 'cost')
    assert.equal(await browser.statusOf('/admin'), 403)

    await updateRole(role.key, { abilities: [] }, owner, TESTING)
    const refused = await list()
    refused.assertStatus(403)
    // Another process changes the table: nothing is remembered here either.
    await sql(`update roles set abilities = '{products:read,costs:read}' where key = $1`, [
      role.key,
    ])
    const given = await list()
    assert.property(given.body().data[0], 'cost')
  })

  test('nobody hands out rights that they do not have', async ({ client, assert }) => {
    const role = await newRole(['roles:write', 'products:read', 'staff:write', 'staff:read'])
    const { member, token } = await bearer(role.key)
    const patch = async (key: string, abilities: string[]) => {
      const response = await client.patch(`${URL}/${key}`).bearerToken(token).json({ abilities })
      return response.status()
    }
    const own = ['roles:write', 'products:read', 'staff:write', 'staff:read']
    assert.equal(await patch(role.key, [...own, 'costs:read']), 403)
    assert.equal(await patch('readonly', ['dashboard:read', 'products:read', 'costs:read']), 403)
    assert.equal(await patch('readonly', ['products:read']), 403, 'nor takes them')
    assert.equal(await patch(role.key, own.slice(0, 3)), 200)

    const staff = '/api/admin/staff'
    const owner = await createStaff()
    for (const [path, body] of [
      [`${staff}/${member.id}`, { role: 'owner' }],
      [`${staff}/${owner.id}`, { disabled: true }],
      [`${staff}/${owner.id}`, { role: 'readonly' }],
    ] as const) {
      const response = await client.patch(path).bearerToken(token).json(body)
      assert.deepEqual([response.status(), response.body().code], [403, 'beyond_own_rights'])
    }
    const invited = await client
      .post(staff)
      .bearerToken(token)
      .json({ email: `x${Date.now()}@shabou.test`, fullName: 'X', role: 'owner' })
    invited.assertStatus(403)
    const link = await client.post(`${staff}/${owner.id}/reset-link`).bearerToken(token)
    link.assertStatus(403)
    const factor = await client.delete(`${staff}/${owner.id}/second-factor`).bearerToken(token)
    factor.assertStatus(403)
  })

  test('the page ticks, saves, and tells who came second', async ({ assert }) => {
    const { key, name } = await newRole()
    const browser = await loggedIn(await createStaff())
    const page = `/admin/roles/${key}`
    const { html } = await browser.get(page)
    assert.include(html, name!)
    const save = (version: string, abilities: string[]) =>
      browser.post(page, { version, 'name': name!, 'abilities[]': abilities })
    await save('1', ['products:read', 'prices:write'])
    const saved = await Role.findOrFail(key)
    assert.deepEqual(saved.granted, ['products:read', 'prices:write'])
    await save('1', [])
    const shown = await browser.get(page)
    assert.include(shown.html, 'role="alert"')
    await save('2', [])
    const emptied = await Role.findOrFail(key)
    assert.deepEqual([emptied.granted, emptied.version], [[], 3])
    const { to } = await browser.post(`${page}/removal`, {}, page)
    assert.equal(to, '/admin/roles')
    assert.isNull(await Role.find(key))
    const [{ n }] = await sql<{ n: number }>(
      `select count(*)::int as n from audit_log where entity = 'roles' and entity_id = $1 and source = 'ui'`,
      [key]
    )
    assert.equal(n, 3, 'two changes and the end')
  })
})
