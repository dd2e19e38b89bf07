import type { Page } from 'playwright'

const COLLEAGUES = [
  ['Amel Trabelsi', 'amel@shabou.tn', 'counter'],
  ['Hichem Ben Amor', 'hichem@shabou.tn', 'warehouse'],
  ['Rim Jaziri', 'rim@shabou.tn', 'accountant'],
]
const INVOICES = 4
const LEARNS_FOR_SECONDS = 900

/**
 * Works a morning in the back office of a new demo shop, as its owner, so that its pages have something to show that
 * only work leaves behind: colleagues and the mails to them, lists of prices imported and waiting, invoices, a lead
 * found twice, forecasts. In a shop where that was done before, nothing happens.
 */
export async function fillBackOffice(page: Page, base: string): Promise<void> {
  const open = (path: string) => page.goto(base + path)
  const submit = () => page.click('main form button.button-primary')
  await open('/admin/staff')
  if (await page.getByText(COLLEAGUES[0][0]).count()) return
  for (const colleague of COLLEAGUES) await invite(colleague)
  await importList('tarif-sahel-2026-11.csv', await prices(40), true)
  await importList('tarif-mediterranee.csv', await prices(15), false)
  await issueInvoices()
  await findTwice()
  await learn()

  async function invite([name, email, role]: string[]) {
    await open('/admin/staff/new')
    await page.fill('#fullName', name)
    await page.fill('#email', email)
    await page.selectOption('#role', role)
    await submit()
  }

  /** A list of dearer prices of what is sold, with two lines that nobody can read. */
  async function prices(count: number): Promise<string> {
    await open('/admin/products?sort=price')
    const products = await page.$$eval('tbody tr', (rows) =>
      rows.map((row) => ({
        sku: row.querySelector('small bdi')?.textContent ?? '',
        price: row.querySelector('td.num.key')?.textContent ?? '',
      }))
    )
    const lines = products
      .slice(0, count)
      .map(
        ({ sku, price }) =>
          `${sku};${(1.04 * Number.parseFloat(price.replace(',', '.'))).toFixed(1)}`
      )
    return ['Référence;Prix TTC', ...lines, ';12,500', 'MAN-0000;douze'].join('\n')
  }

  async function importList(name: string, text: string, toTheEnd: boolean) {
    await open('/admin/imports/new')
    await page.fill('[name=supplier]', 'Comptoir Auto du Sahel')
    await page.setInputFiles('[type=file]', {
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    })
    await submit()
    await page.waitForURL(/columns/)
    if (!toTheEnd) return
    await submit()
    await page.waitForSelector('form[action$="/start"] button', { timeout: 60_000 })
    await page.click('form[action$="/start"] button')
    await page.waitForSelector('[data-opens=rollback]', { timeout: 60_000 })
  }

  async function issueInvoices() {
    await open('/admin/orders?state=completed')
    const orders = await page.$$eval('tbody a.thing-name', (links) =>
      links.map((link) => link.getAttribute('href')!)
    )
    for (const order of orders.slice(0, INVOICES)) {
      await open(order)
      await page.click('[commandfor=invoice]')
      await page.click('#invoice button[type=submit], #invoice .dialog-actions button:last-child')
      await page.waitForLoadState('networkidle')
    }
  }

  /** Somebody writes down a business that is known under another telephone. */
  async function findTwice() {
    await open('/admin/leads')
    const [first] = await page.$$eval('tbody a.thing-name', (links) =>
      links.map((link) => link.getAttribute('href')!)
    )
    await open(`${first}/edit`)
    const known: Record<string, string> = {}
    for (const name of ['name', 'segment', 'governorate']) {
      known[name] = await page.inputValue(`#${name}`)
    }
    await open('/admin/leads/new')
    await page.fill('#name', known.name)
    await page.selectOption('#segment', known.segment)
    await page.fill('#phone', '97 845 120')
    await page.selectOption('#governorate', known.governorate)
    await submit()
  }

  async function learn() {
    await open('/admin/forecasts/model')
    await page.click('form[action$=training] button')
    for (let waited = 0; waited < LEARNS_FOR_SECONDS; waited += 5) {
      await page.waitForTimeout(5_000)
      await open('/admin/forecasts')
      if (await page.locator('tbody tr').count()) return
    }
    throw new Error('The shop has not learned in time')
  }
}
