/**
 * Photographs pages of a running shop for `docs/screens`: each at two widths, in two themes and two
 * languages, as WebP. Names after the password leave other pages out.
 *
 *     node bench/screens.ts http://localhost:3333 admin@shabou.tn PASSWORD dashboard order
 */
import { mkdir, writeFile } from 'node:fs/promises'
import sparticuz from '@sparticuz/chromium'
import { type BrowserContext, chromium } from 'playwright'
import sharp from 'sharp'
import { staffPages } from './staff_pages.ts'

const FOLDER = new URL('../docs/screens/', import.meta.url)
const HEIGHT = 900
const QUALITY = 60
/** Arguments of serverless hosts: one process for all pages. */
const UNWANTED = new Set(['--single-process', '--no-zygote'])

const [base, email, password, ...wanted] = process.argv.slice(2)
const browser = await chromium.launch({
  executablePath: await sparticuz.executablePath(),
  args: sparticuz.args.filter((argument) => !UNWANTED.has(argument)),
})
await mkdir(FOLDER, { recursive: true })
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
  await page.goto(`${base}/admin/login?locale=${locale}`)
  await page.fill('#email', email)
  await page.fill('#password', password)
  await page.click('main button')
  await page.waitForURL(`${base}/admin`)
  const read = async (path: string) => {
    const answer = await page.request.get(base + path)
    return answer.text()
  }
  const pages = await staffPages(read)
  for (const [name, path] of pages) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    await page.goto(base + path, { waitUntil: 'networkidle' })
    const picture = sharp(await page.screenshot())
    await writeFile(
      new URL(`${name}-${look}.webp`, FOLDER),
      await picture.webp({ quality: QUALITY }).toBuffer()
    )
  }
}
