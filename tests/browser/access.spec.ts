import { test } from '@japa/runner'
import type { BrowserContext, Page } from 'playwright'
import { sql } from '#app/platform/database/sql'
import { updateStaffMember } from '#app/staff/members/update_staff_member'
import { createRole, updateRole } from '#app/staff/roles/write_role'
import StaffMember from '#app/staff/members/staff_member'
import { Authenticator, forgetCodes, withSecondFactor } from '#tests/support/authenticator'
import {
  BASE,
  inBrowser,
  complaintsOf,
  fillLogin,
  isTurnOf,
  launchBrowser,
  logIn,
  violationsOf,
} from '#tests/support/browser'
import { createStaff, PASSWORD, TESTING } from '#tests/support/staff'

let serial = 0

/** The telephone that scans what the page shows. */
async function scan(page: Page): Promise<Authenticator> {
  const secret = await page.locator('.secret').innerText()
  return new Authenticator(secret.replace(/\s/g, ''))
}

test.group('Access', (group) => {
  let context: BrowserContext

  inBrowser(group)
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await sql('delete from token_buckets')
    context = await newContext()
    return () => context.close()
  })

  async function newContext(settings: { javaScriptEnabled?: boolean } = {}) {
    const browser = await launchBrowser()
    return browser.newContext({ locale: 'fr-FR', ...settings })
  }

  test('somebody sets up a second factor, and logs in with it ever after', async ({ assert }) => {
    const member = await createStaff('counter')
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    await logIn(page, member)
    await page.getByRole('link', { name: /Mon compte/ }).click()
    await page.getByRole('link', { name: 'Activer' }).click()
    await page.getByRole('img', { name: 'Code QR' }).waitFor()
    const phone = await scan(page)
    await page.getByLabel('Code à 6 chiffres').fill(phone.code())
    await page.getByRole('button', { name: 'Activer la double authentification' }).click()
    await page.getByRole('heading', { name: 'Vos codes de secours' }).waitFor()
    assert.equal(await page.locator('.codes code').count(), 10)
    const [code] = await page.locator('.codes code').allInnerTexts()

    await page.getByRole('button', { name: 'Se déconnecter' }).click()
    await page.waitForURL(`${BASE}/admin/login`)
    await fillLogin(page, member)
    await page.waitForURL(`${BASE}/admin/login/code`)
    await page.getByLabel('Code', { exact: true }).fill('000000')
    await page.getByRole('button', { name: 'Continuer' }).click()
    await page.getByRole('alert').filter({ hasText: 'déjà servi' }).waitFor()
    await forgetCodes(member)
    await page.getByLabel('Code', { exact: true }).fill(phone.code())
    await page.getByRole('button', { name: 'Continuer' }).click()
    await page.waitForURL(`${BASE}/admin`)

    await page.getByRole('button', { name: 'Se déconnecter' }).click()
    await page.waitForURL(`${BASE}/admin/login`)
    await fillLogin(page, member)
    await page.waitForURL(`${BASE}/admin/login/code`)
    await page.getByLabel('Code', { exact: true }).fill(code)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${BASE}/admin`)
    await page.goto(`${BASE}/admin/account`)
    await page.getByRole('button', { name: 'Désactiver' }).click()
    await page.getByRole('dialog').getByLabel('Mot de passe actuel').fill(PASSWORD)
    await page.getByRole('dialog').getByRole('button', { name: 'Désactiver' }).click()
    await page.getByText('La double authentification est désactivée.').waitFor()
    assert.deepEqual(complaints, [])
  })

  test('a role that asks for a second factor leads there, and nowhere else', async ({
    assert,
    cleanup,
  }) => {
    const owner = await createStaff()
    const set = (requiresSecondFactor: boolean) =>
      updateRole('accountant', { requiresSecondFactor }, owner, TESTING)
    await set(true)
    cleanup(async () => {
      await set(false)
    })
    const page = await context.newPage()
    await fillLogin(page, await createStaff('accountant'))
    await page.waitForURL(`${BASE}/admin/account/second-factor`)
    for (const path of ['/admin', '/admin/account', '/admin/roles']) {
      await page.goto(BASE + path)
      assert.equal(page.url(), `${BASE}/admin/account/second-factor`)
    }
    assert.equal(await page.locator('.side').count(), 0, 'there is no menu')
    for (const locale of ['fr', 'ar']) {
      await page.goto(`${BASE}/admin/account/second-factor?locale=${locale}`)
      assert.deepEqual(await violationsOf(page, isTurnOf(locale, 1)), [], locale)
    }
    const phone = await scan(page)
    await page.fill('#code', phone.code())
    await page.click('main button.button-primary')
    await page.waitForURL(`${BASE}/admin/account`)
    await page.goto(`${BASE}/admin`)
    assert.equal(page.url(), `${BASE}/admin`)
  })

  test('a role without the right sees neither the button nor the page', async ({ assert }) => {
    const owner = await createStaff()
    const name = `Accueil ${process.pid} ${Date.now()}`
    const role = await createRole({ name, abilities: ['dashboard:read'] }, owner, TESTING)
    const member = await createStaff(role.key)
    const page = await context.newPage()
    await logIn(page, member)
    const menu = page.locator('.shell > .side')
    assert.equal(await menu.getByRole('link', { name: 'Équipe' }).count(), 0)
    const refused = await page.goto(`${BASE}/admin/staff`)
    assert.equal(refused?.status(), 403)

    const abilities = ['dashboard:read', 'staff:read'] as const
    await updateRole(role.key, { abilities: [...abilities] }, owner, TESTING)
    await page.goto(`${BASE}/admin`)
    await menu.getByRole('link', { name: 'Équipe' }).click()
    await page.waitForURL(`${BASE}/admin/staff`)
    assert.equal(await page.getByRole('link', { name: 'Ajouter une personne' }).count(), 0)
    await page.goto(`${BASE}/admin/staff/${owner.id}`)
    assert.equal(await page.getByRole('button', { name: 'Désactiver' }).count(), 0)
    const create = await page.goto(`${BASE}/admin/staff/new`)
    assert.equal(create?.status(), 403)
  })

  test('an owner makes a role, invites somebody into it, and disables the account', async ({
    assert,
  }) => {
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    await logIn(page, await createStaff())
    await page.goto(`${BASE}/admin/roles/new`)
    const name = `Préparateur ${process.pid} ${Date.now()}`
    await page.getByLabel('Nom du rôle').fill(name)
    await page.getByRole('group', { name: 'Produits' }).getByLabel('Consulter').check()
    await page.getByRole('button', { name: 'Créer le rôle' }).click()
    await page.getByText('Le rôle est créé.').waitFor()
    await page.getByRole('group', { name: 'Prix' }).getByLabel('Changer les prix de vente').check()
    await page.getByText('Modifications non enregistrées').waitFor()
    await page.keyboard.press('Control+s')
    await page.getByText('Le rôle est enregistré.').waitFor()

    await page.goto(`${BASE}/admin/staff`)
    await page.getByRole('link', { name: 'Ajouter une personne' }).click()
    const email = `leila.${process.pid}.${++serial}.${Date.now()}@shabou.test`
    await page.getByLabel('Nom').fill('Leïla Ben Salah')
    await page.getByLabel('Adresse e-mail').fill(email)
    await page.getByLabel('Rôle').selectOption({ label: name })
    await page.getByRole('button', { name: 'Envoyer l’invitation' }).click()
    await page.getByText(`L’invitation est partie à ${email}.`).waitFor()
    await page.getByRole('button', { name: 'Désactiver' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Désactiver' }).click()
    await page.getByText('Le compte est désactivé').waitFor()
    const { disabledAt, role } = await StaffMember.findByOrFail('email', email)
    assert.isNotNull(disabledAt)
    assert.match(role, /^preparateur/)
    await sql(`delete from jobs.job where data ->> 'email' = $1`, [email])
    assert.deepEqual(complaints, [])
  })

  test('a login that is ended from elsewhere is out', async ({ assert }) => {
    const member = await createStaff('counter')
    const lost = await newContext()
    const there = await lost.newPage()
    await logIn(there, member)
    const page = await context.newPage()
    await logIn(page, member)
    await page.goto(`${BASE}/admin/account`)
    await page.getByRole('button', { name: /^Fermer la connexion Chrome/ }).click()
    await page.getByText('La connexion est fermée.').waitFor()
    await there.reload()
    await there.waitForURL(`${BASE}/admin/login`)
    assert.equal(await page.getByText('celle-ci').count(), 1)
    await lost.close()
  })

  for (const javaScriptEnabled of [true, false])
    test(`what was typed is there after the login that had ended${javaScriptEnabled ? '' : ', without JavaScript'}`, async ({
      assert,
    }) => {
      const browser = await newContext({ javaScriptEnabled })
      const page = await browser.newPage()
      const complaints = complaintsOf(page)
      const member = await createStaff('owner')
      await logIn(page, member)
      await page.goto(`${BASE}/admin/attributes/new`)
      const code = `diametre_${Date.now()}`
      await page.locator('#code').fill(code)
      await page.locator('#name').fill('Diamètre')
      const facet = page.locator('main input[type=checkbox]').first()
      const wasOn = await facet.isChecked()
      await facet.setChecked(!wasOn)
      await sql('delete from sessions')

      await page.locator('.save-bar .button-primary').click()
      await page.waitForURL(`${BASE}/admin/login`)
      await page.getByText('ce que vous avez saisi est gardé').waitFor()
      if (javaScriptEnabled) assert.deepEqual(await violationsOf(page), [])
      await page.fill('#email', member.email)
      await page.fill('#password', PASSWORD)
      await page.click('main button.button-primary')

      await page.waitForURL(`${BASE}/admin/attributes/new`)
      await page.getByRole('alert').filter({ hasText: 'rien n’est encore enregistré' }).waitFor()
      if (javaScriptEnabled) assert.deepEqual(await violationsOf(page), [])
      assert.equal(await page.locator('#code').inputValue(), code)
      assert.equal(await page.locator('#name').inputValue(), 'Diamètre')
      assert.equal(await facet.isChecked(), !wasOn)
      assert.isEmpty(await sql('select 1 from attributes where code = $1', [code]))
      await page.locator('.save-bar .button-primary').click()
      await page.waitForURL(/attributes(\/\d+)?$/)
      assert.lengthOf(await sql('select 1 from attributes where code = $1', [code]), 1)
      assert.deepEqual(complaints, [])
      await browser.close()
    })

  test('without JavaScript somebody logs in with a code, and confirms in a dialog', async ({
    assert,
  }) => {
    const member = await createStaff()
    const { phone } = await withSecondFactor(member)
    const plain = await newContext({ javaScriptEnabled: false })
    const page = await plain.newPage()
    await fillLogin(page, member)
    await page.waitForURL(`${BASE}/admin/login/code`)
    await page.getByLabel('Code', { exact: true }).fill(phone.code())
    await page.getByRole('button', { name: 'Continuer' }).click()
    await page.waitForURL(`${BASE}/admin`)
    await page.goto(`${BASE}/admin/account`)
    await page.getByRole('button', { name: 'Désactiver' }).click()
    await page.getByRole('dialog').getByLabel('Mot de passe actuel').fill(PASSWORD)
    await page.getByRole('dialog').getByRole('button', { name: 'Désactiver' }).click()
    await page.getByText('La double authentification est désactivée.').waitFor()
    const { secondFactorSince } = await StaffMember.findOrFail(member.id)
    assert.isNull(secondFactorSince)
    await plain.close()
  })

  for (const locale of ['fr', 'ar']) {
    test(`every page is accessible, tidy and quiet in ${locale}`, async ({ assert }) => {
      const owner = await createStaff()
      const other = await createStaff('counter')
      await withSecondFactor(other)
      const name = `Rôle ${process.pid} ${Date.now()} ${locale}`
      const role = await createRole({ name, abilities: ['products:read'] }, owner, TESTING)
      const second = await newContext()
      await logIn(await second.newPage(), owner)
      const page = await context.newPage()
      const complaints = complaintsOf(page)
      await page.goto(`${BASE}/admin/login?locale=${locale}`)
      await logIn(page, owner)
      let looks = 0
      const assertTidy = async (what: string) =>
        assert.deepEqual(await violationsOf(page, isTurnOf(locale, looks++)), [], what)
      const check = async (path: string, dialogs: string[] = []) => {
        await page.goto(BASE + path)
        await assertTidy(path)
        for (const id of dialogs) {
          await page.goto(BASE + path)
          await page.locator(`[commandfor="${id}"][command="show-modal"]`).click()
          await page.locator(`dialog#${id}[open]`).waitFor()
          await assertTidy(`${path} with ${id} open`)
        }
      }
      await check('/admin/account', ['end-others'])
      await check('/admin/account/second-factor')
      await check('/admin/staff')
      await check('/admin/staff?state=disabled')
      await check('/admin/staff/new')
      await check(`/admin/staff/${other.id}`, ['disable', 'reset-factor'])
      await check('/admin/roles')
      await check('/admin/roles/new')
      await check('/admin/roles/owner')
      await check(`/admin/roles/${role.key}`, ['delete-role'])
      await updateStaffMember(other.id, { disabled: true }, await found(owner), TESTING)
      await check(`/admin/staff/${other.id}`)

      // Whoever sets up a second factor elsewhere is out here.
      const { phone } = await withSecondFactor(owner)
      await fillLogin(page, owner)
      await page.waitForURL(`${BASE}/admin/login/code`)
      await assertTidy('the page that asks for the code')
      await page.fill('#code', phone.code())
      await page.click('main button.button-primary')
      await page.waitForURL(`${BASE}/admin`)
      await check('/admin/account', ['remove-factor'])
      await page.goto(`${BASE}/admin/staff/new`)
      await page.fill('#fullName', 'x')
      await page.fill('#email', owner.email)
      await page.click('main button.button-primary')
      await page.getByRole('alert').waitFor()
      await assertTidy('with a refusal')
      assert.deepEqual(complaints, [])
      await second.close()
    })
  }

  const found = ({ id }: StaffMember) => StaffMember.findOrFail(id)
})
