/**
 * Sends a form as a browser does: reads the page it is on, then posts the fields with the token and
 * the cookies of that page. Resolves with the status.
 */
export async function submitForm(
  page: string,
  action: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {}
): Promise<number> {
  const form = await fetch(page)
  const [, token = ''] = /name=['"]_csrf['"] value=['"]([^'"]+)/.exec(await form.text()) ?? []
  const cookies = form.headers.getSetCookie().map((line) => line.split(';')[0])
  const { status } = await fetch(action, {
    method: 'POST',
    headers: { ...headers, cookie: cookies.join('; ') },
    body: new URLSearchParams({ ...fields, _csrf: token }),
    redirect: 'manual',
  })
  return status
}
