import type { HttpContext } from '@adonisjs/core/http'
import { sendForeignHtml } from '#app/platform/http/foreign_html'
import { notFound } from '#app/platform/http/problem'
import { keptMailQuery } from '#app/platform/mail/kept_mails_query'
import { mailIdValidator } from '#app/platform/mail/mail_id_validator'

/** The HTML of a kept mail, for a frame in which it can do nothing. */
export default class MailBodiesController {
  async show(ctx: HttpContext) {
    const { id } = await mailIdValidator.validate(ctx.params)
    const { html } = await keptMailQuery(id)
    if (!html) throw notFound('HTML of this mail')
    return sendForeignHtml(ctx, html)
  }
}
