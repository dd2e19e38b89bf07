import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

export type KeptMail = { id: number; recipients: string; subject: string; keptAt: Date }

const ORDER = 'mails:id:desc'

/** A page of the mails that were kept because there is no server to send them, newest first. */
export async function keptMailsQuery(limit: number, cursor?: string) {
  const before = cursor ? decodeCursor(ORDER, cursor).id : Number.MAX_SAFE_INTEGER
  const rows = await sql<KeptMail>(
    `select id, recipients, subject, kept_at as "keptAt" from kept_mails
     where id < $1 order by id desc limit $2`,
    [before, limit + 1]
  )
  return pageOf(rows, limit, ORDER)
}

/** A kept mail with its texts. Throws 404. */
export async function keptMailQuery(id: number) {
  const [mail] = await sql<KeptMail & { text: string | null; html: string | null }>(
    `select id, recipients, subject, kept_at as "keptAt", text_body as text, html_body as html
     from kept_mails where id = $1`,
    [id]
  )
  if (!mail) throw notFound('kept mail')
  return mail
}
