import { createStaff, PASSWORD } from '#tests/support/staff'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`

/** What a browser that had these cookies has after an answer: the newest of each name. */
function cookiesAfter(response: Response, before = ''): string {
  const lines = [...before.split('; '), ...response.headers.getSetCookie()].filter(Boolean)
  const cookies = lines.map((line) => line.split(';')[0])
  return [...new Map(cookies.map((cookie) => [cookie.split('=')[0], cookie])).values()].join('; ')
}

const tokenOf = (html: string) => /name=['"]_csrf['"] value=['"]([^'"]+)/.exec(html)?.[1] ?? ''

/**
 * Sends a form as a browser does: reads the page it is on, then posts the fields with the token and
 * the cookies of that page. Resolves with the status.
 *
 * @param file makes it a form with a file
 */
export async function submitForm(
  page: string,
  action: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
  file?: File
): Promise<number> {
  const form = await fetch(page, { headers })
  const cookie = cookiesAfter(form, headers.cookie)
  const filled = { ...fields, _csrf: tokenOf(await form.text()) }
  const { status } = await fetch(action, {
    method: 'POST',
    headers: { ...headers, cookie },
    body: file ? withFile(filled, file) : new URLSearchParams(filled),
    redirect: 'manual',
  })
  return status
}

function withFile(fields: Record<string, string>, file: File) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', file)
  return form
}

/** The cookies of somebody new, of this role, who has logged in to the pages. */
export async function loggedIn(role = 'owner'): Promise<string> {
  const { email } = await createStaff(role)
  const page = await fetch(`${BASE}/admin/login`)
  const cookie = cookiesAfter(page)
  const answer = await fetch(`${BASE}/admin/login`, {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams({ email, password: PASSWORD, _csrf: tokenOf(await page.text()) }),
    redirect: 'manual',
  })
  return cookiesAfter(answer, cookie)
}
