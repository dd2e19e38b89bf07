import type { HttpContext } from '@adonisjs/core/http'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { filtersOf } from '#app/platform/lists/filters_of'
import { keptMailQuery, keptMailsQuery } from '#app/platform/mail/kept_mails_query'
import { undeliveredMails } from '#app/platform/mail/undelivered_mails'
import { mailIdValidator } from '#app/platform/mail/mail_id_validator'
import env from '#start/env'

const PER_PAGE = 24

/** Mails that left, and those that nobody sent because there was no server for them. */
export default class MailsController {
  async index({ request, view }: HttpContext) {
    const { limit = PER_PAGE, cursor } = await filtersOf(pagingValidator, request.qs())
    const [{ page, nextCursor }, undelivered] = await Promise.all([
      keptMailsQuery(limit, cursor),
      undeliveredMails(),
    ])
    const hasServer = !!env.get('SMTP_URL')
    return view.render('admin/mails/index', {
      ...{ mails: page, nextCursor, cursor, hasServer, undelivered },
    })
  }

  async show({ params, view }: HttpContext) {
    const { id } = await mailIdValidator.validate(params)
    return view.render('admin/mails/show', { mail: await keptMailQuery(id) })
  }
}
