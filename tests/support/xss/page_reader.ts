import app from '@adonisjs/core/services/app'
import { type Browser, type Page } from 'playwright'
import { MARK } from '#tests/support/xss/payloads'

export interface ReadPage {
  /** Markup that text has become. */
  dangers: string[]
  /** The page complains about what was sent. */
  isRefused: boolean
  links: string[]
  /** Fields by whether they hold text that is shown again. */
  forms: { action: string; texts: string[]; others: string[] }[]
}

/** Chromium, which reads pages as their readers' browsers do. */
export class PageReader {
  /** What was found anywhere, with where. */
  readonly dangers: string[] = []
  /** Pages that said something hostile. */
  readonly marked = new Set<string>()

  private constructor(readonly page: Page) {}

  static async open(browser: Browser): Promise<PageReader> {
    const page = await browser.newPage()
    await page.addScriptTag({ path: app.makePath('tests/support/xss/read_html.js') })
    return new PageReader(page)
  }

  /** @param where for people who look for it */
  async read(html: string, where: string): Promise<ReadPage> {
    const text = `readHtml(${JSON.stringify(html)}, ${JSON.stringify(MARK)})`
    const read = await this.page.evaluate<ReadPage>(text)
    this.dangers.push(...read.dangers.map((danger) => `${where}: ${danger}`))
    if (html.includes(MARK)) this.marked.add(where)
    return read
  }
}
