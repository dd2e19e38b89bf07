/**
 * Photographs pages of a running shop for `docs/screens`: each at two widths, in two themes and two
 * languages, as WebP. Names after the password leave other pages out. The shop is a new demo, with SELLER_NAME,
 * SELLER_TAX_ID and SELLER_ADDRESS set; it is worked in first, so that no page is empty.
 *
 *     node bench/screens.ts http://localhost:3333 admin@shabou.tn PASSWORD dashboard order
 */
import { mkdir, writeFile } from 'node:fs/promises'
import sparticuz from '@sparticuz/chromium'
import { type BrowserContext, chromium, type Page } from 'playwright'
import sharp from 'sharp'
import { fillBackOffice } from './fill_back_office.ts'
import { DOORSTEP, staffPages } from './staff_pages.ts'

const FOLDER = new URL('../docs/screens/', import.meta.url)
const HEIGHT = 900
const QUALITY = 45
/** Arguments of serverless hosts: one process for all pages. */
const UNWANTED = new Set(['--single-process', '--no-zygote'])

const [base, email, password, ...wanted] = process.argv.slice(2)
const browser = await chromium.launch({
  executablePath: await sparticuz.executablePath(),
  args: sparticuz.args.filter((argument) => !UNWANTED.has(argument)),
  // Fields for dates are in the language of the browser.
  env: { ...process.env, LANGUAGE: 'fr', LC_ALL: 'fr_FR.UTF-8' },
})
await mkdir(FOLDER, { recursive: true })
const owner = await browser.newPage()
await logIn(owner, 'fr')
await fillBackOffice(owner, base)
await owner.close()
for (const locale of ['fr', 'ar']) {
  for (const theme of ['light', 'dark']) {
    for (const width of [1440, 390]) {
      const context = await browser.newContext({ viewport: { width, height: HEIGHT } })
      await context.addCookies([{ name: 'theme', value: theme, url: base }])
      await photograph(context, locale, `${locale}-${theme}-${width}`)
      await context.close()
    }
  }
}
await browser.close()

async function photograph(context: BrowserContext, locale: string, look: string) {
  const page = await context.newPage()
  for (const [name, path] of Object.entries(DOORSTEP)) {
    await take(page, name, `${path}?locale=${locale}`, look)
  }
  await logIn(page, locale)
  const pages = await staffPages(async (path) => {
    const answer = await page.request.get(base + path)
    return answer.text()
  })
  for (const [name, path] of pages) await take(page, name, path, look)
}

async function logIn(page: Page, locale: string) {
  await page.goto(`${base}/admin/login?locale=${locale}`)
  await page.fill('#email', email)
  await page.fill('#password', password)
  await page.click('main button')
  await page.waitForURL(`${base}/admin`)
}

async function take(page: Page, name: string, path: string, look: string) {
  if (wanted.length > 0 && !wanted.includes(name)) return
  const answer = await page.goto(base + path, { waitUntil: 'load' })
  if (!answer?.ok()) throw new Error(`${path} answered ${answer?.status()}`)
  const picture = sharp(await page.screenshot({ animations: 'disabled' }))
  const file = new URL(`${name}-${look}.webp`, FOLDER)
  await writeFile(file, await picture.webp({ quality: QUALITY, effort: 5 }).toBuffer())
}
