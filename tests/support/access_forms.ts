import { sql } from '#app/platform/database/sql'
import type StaffMember from '#app/staff/members/staff_member'
import { createRole } from '#app/staff/roles/write_role'
import type { FilledForm, Forms } from '#tests/support/filled_form'
import { Authenticator, withSecondFactor } from '#tests/support/authenticator'
import { createStaff, PASSWORD, TESTING } from '#tests/support/staff'
import { loggedIn, ownersBrowser, WebVisitor } from '#tests/support/web_visitor'

let serial = 0
const newName = () => `Rôle ${process.pid} ${Date.now()} ${++serial}`
const newAddress = () => `neuf.${process.pid}.${Date.now()}.${++serial}@shabou.test`

/** A form of somebody about the own account. */
async function own(fields: Record<string, string> = {}, page = '/admin/account') {
  const member = await createStaff('counter')
  return { member, page, fields, browser: await loggedIn(member) }
}

/** A form of an owner about somebody else. */
async function about(action: string, fields: Record<string, string> = {}): Promise<FilledForm> {
  const { id } = await createStaff('counter')
  const page = `/admin/staff/${id}`
  return { page, action: page + action, fields, browser: await ownersBrowser() }
}

/** A form of an owner about a role. */
async function aboutRole(action: string, fields: Record<string, string> = {}) {
  const owner = await createStaff()
  const { key } = await createRole({ name: newName(), abilities: [] }, owner, TESTING)
  const page = `/admin/roles/${key}`
  return { page, action: page + action, fields, browser: await loggedIn(owner) }
}

/** Every form of logins, accounts and roles, by the pattern of its route. */
export const accessForms: Forms = {
  '/admin/login/code': async () => {
    const member = await createStaff('counter')
    const { phone } = await withSecondFactor(member)
    const browser = new WebVisitor()
    await browser.post('/admin/login', { email: member.email, password: PASSWORD })
    return { page: '/admin/login/code', fields: { code: phone.code() }, browser }
  },
  '/admin/account': () => own({ fullName: 'Amel', locale: 'fr' }),
  '/admin/account/password': () =>
    own({ presentPassword: PASSWORD, newPassword: 'quatre mots bien choisis' }),
  '/admin/account/second-factor': async () => {
    const form = await own({}, '/admin/account/second-factor')
    const { html } = await form.browser.get(form.page)
    const [, secret = ''] = /secret"><bdi dir="ltr">([A-Z2-7 ]+)/.exec(html) ?? []
    const phone = new Authenticator(secret.replaceAll(' ', ''))
    return { ...form, fields: { code: phone.code() } }
  },
  '/admin/account/second-factor/removal': () => own({ presentPassword: PASSWORD }),
  '/admin/account/logins/:sid/end': async () => {
    const form = await own()
    const [{ sid }] = await sql<{ sid: string }>(
      `insert into logins (staff_member_id, kind) values ($1, 'api') returning sid`,
      [form.member.id]
    )
    return { ...form, action: `/admin/account/logins/${sid}/end` }
  },
  '/admin/account/other-logins/end': () => own(),
  '/admin/staff': async () => ({
    page: '/admin/staff/new',
    fields: { email: newAddress(), fullName: 'Amel', role: 'counter' },
    browser: await ownersBrowser(),
  }),
  '/admin/staff/:id': () => about('', { fullName: 'Sami', role: 'sales', version: '1' }),
  '/admin/staff/:id/suspension': () => about('/suspension'),
  '/admin/staff/:id/suspension/end': () => about('/suspension/end'),
  '/admin/staff/:id/reset-link': () => about('/reset-link'),
  '/admin/staff/:id/second-factor/removal': () => about('/second-factor/removal'),
  '/admin/roles': async () => ({
    page: '/admin/roles/new',
    fields: { name: newName() },
    browser: await ownersBrowser(),
  }),
  '/admin/roles/:key': () => aboutRole('', { name: newName(), version: '1' }),
  '/admin/roles/:key/removal': () => aboutRole('/removal'),
}

/** An account and roles that requests may be about. */
export async function existingAccess(owner: StaffMember) {
  const { id } = await createStaff('counter')
  const roles = [newName(), newName()].map((name) =>
    createRole({ name, abilities: [] }, owner, TESTING)
  )
  const [{ key }, spare] = await Promise.all(roles)
  return { staffId: String(id), role: 'readonly', key, spareKey: spare.key }
}
