import type { HttpContext } from '@adonisjs/core/http'
import { ROWS } from '#app/platform/lists/rows'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { type KeptMail, keptMailQuery, keptMailsQuery } from '#app/platform/mail/kept_mails_query'
import { mailIdValidator } from '#app/platform/mail/mail_id_validator'

/** Mails that left, and those that nobody sent because there was no server for them, for programs. */
export default class MailsApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, cursor } = await pagingValidator.validate(request.qs())
    const { page, nextCursor } = await keptMailsQuery(limit, cursor)
    return { data: page.map(item), meta: { limit, nextCursor } }
  }

  async show({ params }: HttpContext) {
    const { id } = await mailIdValidator.validate(params)
    return { data: item(await keptMailQuery(id)) }
  }
}

const item = <Mail extends KeptMail>({ keptAt, ...mail }: Mail) => ({
  ...mail,
  keptAt: keptAt.toISOString(),
})
