import type { HttpContext } from '@adonisjs/core/http'
import i18nManager from '@adonisjs/i18n/services/main'
import { healthReadings } from '#app/admin/health'
import { localeOf } from '#app/platform/http/locale'
import { wholeList } from '#app/platform/lists/whole_list'

/** How well each part of the shop works, for programs; in plain words of the language asked for. */
export default class HealthApiController {
  async index(ctx: HttpContext) {
    const words = i18nManager.locale(localeOf(ctx))
    const readings = await healthReadings()
    const told = readings.map(({ label, state, text, data }) => ({
      ...{ part: label, name: words.t(label), state, text: words.t(text, data), data },
    }))
    return wholeList(told)
  }
}
