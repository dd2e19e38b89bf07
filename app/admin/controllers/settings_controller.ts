import type { HttpContext } from '@adonisjs/core/http'
import { paymentSwitches } from '#app/payments/switches/payment_switches'
import { integrations } from '#app/admin/integrations'

/** What the settings of this shop switch on, and what buyers may pay with. */
export default class SettingsController {
  async index({ view }: HttpContext) {
    const payments = await paymentSwitches()
    return view.render('admin/settings/index', { integrations: integrations(), payments })
  }
}
