import type { HttpContext } from '@adonisjs/core/http'
import { integrations } from '#app/admin/settings'

/** What the settings of this shop switch on. */
export default class SettingsController {
  index({ view }: HttpContext) {
    return view.render('admin/settings/index', { integrations: integrations() })
  }
}
