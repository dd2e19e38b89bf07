import type { HttpContext } from '@adonisjs/core/http'
import { wordingOf } from '#app/imports/runs/import_wording'
import { Problem } from '#app/platform/http/problem'

/** Problems that a form can tell in words of its own. Any other is a page of its own. */
const TOLD = [
  'unusable_file',
  'validation_failed',
  'wrong_state',
  'not_reversible',
  'prices_not_confirmed',
  'import_in_progress',
  'queue_full',
]

/** Does what a form asks for; a problem that concerns it sends the reader back to `page`, which tells it. */
export async function refusedWith(ctx: HttpContext, page: string, run: () => Promise<unknown>) {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof Problem) || !TOLD.includes(error.details.code)) throw error
    const { code, extra } = error.details
    const reason = wordingOf(ctx.i18n).reason(String(extra?.reason ?? ''))
    ctx.session.flash('problem', { key: `imports.problems.${code}`, data: { reason } })
    return ctx.response.seeOther(page)
  }
}
