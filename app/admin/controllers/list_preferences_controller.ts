import type { HttpContext } from '@adonisjs/core/http'
import { preferencesValidator } from '#app/admin/list_validators'
import { rememberPreferences } from '#app/platform/lists/list_preferences'
import { listAddress } from '#app/platform/lists/list_address'
import { staffOf } from '#app/staff/acting_staff'

/** How somebody likes a list: its columns, how tight it is. */
export default class ListPreferencesController {
  async store(ctx: HttpContext) {
    const { page, columns, compact, query } = await ctx.request.validateUsing(preferencesValidator)
    const chosen = { columns: columns ?? [], isCompact: compact === '1' }
    await rememberPreferences(page, staffOf(ctx).actor, chosen)
    // A saved view has columns of its own: whoever chooses others leaves it, as with another filter.
    const address = listAddress(`/admin/${page}`, query ?? '')
    return ctx.response.seeOther(address({ saved: undefined }))
  }
}
