import type { HttpContext } from '@adonisjs/core/http'
import { listValidator, programPreferencesValidator } from '#app/admin/list_validators'
import { preferencesQuery, rememberPreferences } from '#app/platform/lists/list_preferences'
import { staffOf } from '#app/staff/acting_staff'

/** How somebody likes a list, for programs. */
export default class ListPreferencesApiController {
  async show(ctx: HttpContext) {
    const { page } = await listValidator.validate(ctx.params)
    return { data: await preferencesQuery(page, staffOf(ctx).actor) }
  }

  async update(ctx: HttpContext) {
    const { page } = await listValidator.validate(ctx.params)
    const chosen = await programPreferencesValidator.validate(ctx.request.body())
    await rememberPreferences(page, staffOf(ctx).actor, chosen)
    return this.show(ctx)
  }
}
