import { sql } from '#app/platform/database/sql'
import type { FilledForm } from '#tests/support/filled_form'
import { WebVisitor } from '#tests/support/web_visitor'
import type { PageReader } from '#tests/support/xss/page_reader'
import { PAYLOADS } from '#tests/support/xss/payloads'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`

/** Writes hostile text into every field of a form, and reads the page that answers. */
export class FormAttack {
  /** Names of fields that have taken hostile text. */
  readonly taken = new Set<string>()
  #filled?: FilledForm

  constructor(
    readonly pattern: string,
    readonly prepare: () => Promise<FilledForm>,
    readonly reader: PageReader
  ) {}

  /** @param payloads how many each field gets, beginning with the first given */
  async run(first: number, payloads: number) {
    const { texts, others } = await this.#names()
    await this.#write(texts, first)
    await this.#send(others, first)
    const refused = [...texts, ...others].filter((name) => !this.taken.has(name))
    for (let more = 1; more < payloads; more++) {
      await this.#write([...this.taken], first + more)
      await this.#send(refused, first + more)
    }
  }

  /** Fields that the page shows, and those that are sent from elsewhere. */
  async #names() {
    const { page, fields, action = this.pattern, browser = new WebVisitor() } = await this.#form()
    const { forms } = await this.reader.read(await browser.htmlOf(page), page)
    const { texts = [], others = [] } = forms.find((form) => form.action === action) ?? {}
    const unseen = Object.keys(fields).filter((name) => ![...texts, ...others].includes(name))
    return { texts: [...new Set([...texts, ...unseen])], others: [...new Set(others)] }
  }

  /** All texts at once; what is refused is tried in halves, until each field has had its say. */
  async #write(names: string[], first: number): Promise<void> {
    if (!names.length) return
    if (await this.#send(names, first)) {
      for (const name of names) this.taken.add(name)
    } else if (names.length > 1) {
      const half = Math.ceil(names.length / 2)
      await this.#write(names.slice(0, half), first)
      await this.#write(names.slice(half), first + half)
    }
  }

  /** True when it was taken: the next one needs a form of its own. */
  async #send(names: string[], first: number): Promise<boolean> {
    if (!names.length) return false
    const { page, action = this.pattern, fields, file, browser } = await this.#form()
    const hostile = names.map((name, at) => [name, PAYLOADS[(first + at) % PAYLOADS.length]])
    const visitor = browser ?? new WebVisitor()
    const sent = { ...fields, ...Object.fromEntries(hostile) }
    const { to, html } = await visitor.post(action, sent, page, { referer: BASE + page }, file)
    await this.reader.read(html, action)
    if (!to) return false
    const path = to.replace(BASE, '')
    const { isRefused } = await this.reader.read(await visitor.htmlOf(path), path)
    if (!isRefused) this.#filled = undefined
    return !isRefused
  }

  async #form(): Promise<FilledForm> {
    if (!this.#filled) {
      await sql('delete from rate_limits')
      await sql('delete from token_buckets')
      this.#filled = await this.prepare()
    }
    return this.#filled
  }
}
