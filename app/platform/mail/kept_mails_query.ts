import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

export type KeptMail = {
  id: number
  recipients: string
  subject: string
  /** A server took it; of those the text is not kept. */
  isSent: boolean
  /** When it was sent, or kept because there was no server. */
  keptAt: Date
}

const ORDER = 'mails:id:desc'
const COLUMNS = `id, recipients, subject, sent_as is not null as "isSent", kept_at as "keptAt"`

/** A page of the mails that left, or were kept because there was no server to send them, newest first. */
export async function keptMailsQuery(limit: number, cursor?: string) {
  const before = cursor ? decodeCursor(ORDER, cursor).id : Number.MAX_SAFE_INTEGER
  const rows = await sql<KeptMail>(
    `select ${COLUMNS} from kept_mails where id < $1 order by id desc limit $2`,
    [before, limit + 1]
  )
  return pageOf(rows, limit, ORDER)
}

/** One of them, with its texts where they are kept. Throws 404. */
export async function keptMailQuery(id: number) {
  const [mail] = await sql<KeptMail & { text: string | null; html: string | null }>(
    `select ${COLUMNS}, text_body as text, html_body as html from kept_mails where id = $1`,
    [id]
  )
  if (!mail) throw notFound('kept mail')
  return mail
}
