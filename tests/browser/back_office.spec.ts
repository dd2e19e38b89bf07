import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import type { BrowserContext } from 'playwright'
import { sql } from '#app/platform/database/sql'
import { Workers } from '#app/platform/jobs/workers'
import {
  BASE,
  inBrowser,
  isTurnOf,
  complaintsOf,
  launchBrowser,
  logIn,
  violationsOf,
} from '#tests/support/browser'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { createStaff, PASSWORD } from '#tests/support/staff'
import { waitUntil } from '#tests/wait_until'

/** What the focus is on: where it leads, or which field it is. */
const FOCUSED = `document.activeElement.getAttribute('href') ?? document.activeElement.id`

test.group('Back office', (group) => {
  let context: BrowserContext

  inBrowser(group)
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    const browser = await launchBrowser()
    context = await browser.newContext({ locale: 'fr-FR' })
    return () => context.close()
  })

  test('staff log in, see the shop and log out', async ({ assert }) => {
    await emptyCatalogue()
    const member = await createStaff('owner')
    await createProduct({ stock: 0 })
    const page = await context.newPage()
    const complaints = complaintsOf(page)

    await page.goto(`${BASE}/admin`)
    assert.match(page.url(), /\/admin\/login$/)
    await page.getByLabel('Adresse e-mail').fill(member.email)
    await page.getByLabel('Mot de passe').fill(PASSWORD)
    await page.getByRole('button', { name: 'Se connecter' }).click()
    await page.waitForURL(`${BASE}/admin`)

    await page.getByText('1 produit épuisé').waitFor()
    await page.getByRole('button', { name: 'Se déconnecter' }).click()
    await page.waitForURL(`${BASE}/admin/login`)
    await page.goto(`${BASE}/admin`)
    assert.match(page.url(), /\/admin\/login$/)
    assert.deepEqual(complaints, [])
  })

  test('a wrong password is told in words, and keeps the address', async ({ assert }) => {
    const page = await context.newPage()
    await page.goto(`${BASE}/admin/login`)
    await page.getByLabel('Adresse e-mail').fill('personne@shabou.test')
    await page.getByLabel('Mot de passe').fill('certainement faux')
    await page.keyboard.press('Enter')

    await page.getByRole('alert').waitFor()

    assert.include(await page.getByRole('alert').textContent(), 'incorrect')
    assert.equal(await page.getByLabel('Adresse e-mail').inputValue(), 'personne@shabou.test')
  })

  test('a forgotten password is replaced by mail, once', async ({ assert, cleanup }) => {
    const workers = await Workers.start()
    cleanup(() => workers.stop())
    const member = await createStaff('counter')
    const page = await context.newPage()
    await page.goto(`${BASE}/admin/password/forgot`)
    await page.getByLabel('Adresse e-mail').fill(member.email)
    await page.getByRole('button', { name: 'Recevoir un lien' }).click()
    await page.getByRole('status').filter({ hasText: '30 minutes' }).waitFor()

    const link = await linkMailedTo(member.email)
    await page.goto(link)
    await page.getByLabel('Nouveau mot de passe').fill('un autre mot de passe')
    await page.getByRole('button', { name: 'Enregistrer le mot de passe' }).click()
    await page.waitForURL(`${BASE}/admin/login`)
    await page.getByLabel('Adresse e-mail').fill(member.email)
    await page.getByLabel('Mot de passe').fill('un autre mot de passe')
    await page.getByRole('button', { name: 'Se connecter' }).click()
    await page.waitForURL(`${BASE}/admin`)

    await page.goto(link)
    await page.getByLabel('Nouveau mot de passe').fill('encore un autre mot')
    await page.getByRole('button', { name: 'Enregistrer le mot de passe' }).click()
    await page.waitForURL(`${BASE}/admin/password/forgot`)
    assert.include(await page.getByRole('alert').textContent(), 'déjà servi')
  })

  test('works without JavaScript', async ({ assert }) => {
    const browser = await launchBrowser()
    const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' })
    const page = await plain.newPage()
    await logIn(page, 'owner')

    assert.isTrue(await page.getByRole('heading', { level: 1, name: /^Bonjour/ }).isVisible())
    assert.equal(await page.locator('.chart path.viz-line').count(), 1)
    await plain.close()
  })

  test('the keyboard alone reaches everything, in order', async ({ assert }) => {
    const page = await context.newPage()
    await page.goto(`${BASE}/admin/login`)
    const reached: string[] = []
    for (let n = 0; n < 5; n++) {
      await page.keyboard.press('Tab')
      reached.push(await page.evaluate<string>(FOCUSED))
    }
    assert.deepEqual(reached, ['#main', 'email', 'password', '', '/admin/password/forgot'])
  })

  const LOCALES = ['fr', 'ar', 'en']
  for (const locale of LOCALES) {
    test(`every page is accessible, tidy and quiet in ${locale}`, async ({ assert }) => {
      const page = await context.newPage()
      const complaints = complaintsOf(page)
      let looks = 0
      const assertTidy = async (what: string) =>
        assert.deepEqual(await violationsOf(page, isTurnOf(locale, looks++, LOCALES)), [], what)
      await page.goto(`${BASE}/admin/login?locale=${locale}`)
      await assertTidy('the login')
      await logIn(page, 'owner', locale)
      await assertTidy('the dashboard')

      await page.getByRole('banner').getByRole('button').first().click()
      await assertTidy('with the menu of the phone open')

      for (const path of [
        '/docs',
        '/admin/password/forgot',
        '/admin/password/reset/x',
        '/nowhere',
      ]) {
        await page.goto(`${BASE}${path}`)
        await assertTidy(path)
      }
      assert.deepEqual(
        complaints.filter((text) => !text.includes('404')),
        []
      )
    })
  }

  test('what a page loads stays within its budget', async ({ assert }) => {
    const manifest = app.makePath('public/assets/.vite/manifest.json')
    const assets = Object.values(
      JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, { file: string }>
    )
    const { gzipSync } = await import('node:zlib')
    const size = (extension: string) =>
      assets
        .filter(({ file }) => file.endsWith(extension))
        .reduce(
          (sum, { file }) =>
            sum + gzipSync(readFileSync(app.makePath('public/assets', file))).length,
          0
        )

    assert.isBelow(size('.css'), 30_000)
    assert.isBelow(size('.js'), 40_000)
  })
})

/** The reset link in the newest kept mail to this address. */
async function linkMailedTo(address: string): Promise<string> {
  let path: string | undefined
  await waitUntil(`the mail to ${address}`, async () => {
    const [mail] = await sql<{ text: string }>(
      'select text_body as text from kept_mails where recipients = $1 order by id desc limit 1',
      [address]
    )
    path = /\/admin\/password\/reset\/\S+/.exec(mail?.text ?? '')?.[0]
    return path !== undefined
  })
  return BASE + path
}
