import type StaffMember from '#app/staff/members/staff_member'
import { createStaff, PASSWORD } from '#tests/support/staff'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`

/** As much of a browser as forms need: it keeps cookies and follows nothing. */
export class WebVisitor {
  #cookies = new Map<string, string>()

  /** @param base of another process than that of the tests */
  constructor(readonly base = BASE) {}

  get session() {
    return this.#cookies.get('session')
  }

  /** What a browser of another make needs to go on from here. */
  get cookies() {
    return [...this.#cookies].map(([name, value]) => ({ name, value, url: this.base }))
  }

  /** A copy of this browser as it is now. */
  copy(): WebVisitor {
    const copy = new WebVisitor(this.base)
    copy.#cookies = new Map(this.#cookies)
    return copy
  }

  async get(path: string, headers: Record<string, string> = {}) {
    return this.send('GET', path, undefined, headers)
  }

  async htmlOf(path: string) {
    const { html } = await this.get(path)
    return html
  }

  async statusOf(path: string) {
    const { status } = await this.get(path)
    return status
  }

  /** Where a page sends its reader instead. */
  async sentTo(path: string) {
    const { to } = await this.get(path)
    return to
  }

  /** Fills in a form on `page`: its token goes along, and a file if there is one. */
  async post(
    path: string,
    fields: Fields,
    page = path,
    headers: Record<string, string> = {},
    file?: File
  ) {
    const body = file ? new FormData() : new URLSearchParams()
    body.append('_csrf', await this.tokenOn(page))
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) body.append(name, one)
    }
    if (file) (body as FormData).append('file', file)
    return this.send('POST', path, body, headers)
  }

  /** What the forms of a page prove with that they are ours. */
  async tokenOn(page: string): Promise<string> {
    const { html } = await this.get(page)
    const [, token = ''] = /name=['"]_csrf['"] value=['"]([^'"]+)/.exec(html) ?? []
    return token
  }

  async send(
    method: string,
    path: string,
    body?: URLSearchParams | FormData | string,
    headers: Record<string, string> = {}
  ) {
    const cookie = [...this.#cookies].map((pair) => pair.join('=')).join('; ')
    const response = await fetch(this.base + path, {
      method,
      body,
      headers: { accept: 'text/html', ...headers, cookie },
      redirect: 'manual',
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      this.#cookies.set(name, value)
    }
    const html = await response.text()
    const { status, headers: answered } = response
    return { status, headers: answered, to: answered.get('location'), html }
  }
}

type Fields = Record<string, string | string[]>

/** The browser of somebody who has logged in. */
export async function loggedIn(member: StaffMember): Promise<WebVisitor> {
  const browser = new WebVisitor()
  await browser.post('/admin/login', { email: member.email, password: PASSWORD })
  return browser
}

let owner: Promise<WebVisitor> | undefined

/** The browser of some owner, for whoever needs just any: logging in takes as long as its hash. */
export async function ownersBrowser(): Promise<WebVisitor> {
  owner ??= createStaff().then(loggedIn)
  const before = await owner
  // There are tests that end all sessions.
  if ((await before.sentTo('/admin')) !== null) owner = createStaff().then(loggedIn)
  const browser = await owner
  return browser.copy()
}
