import type { HttpContext } from '@adonisjs/core/http'
import { askPalette } from '#app/admin/ask_palette'
import { paletteValidator } from '#app/admin/palette_validator'
import { staffOf } from '#app/staff/acting_staff'

/** The palette: a fragment for the dialog of Ctrl K, a page without JavaScript. */
export default class PaletteController {
  async index(ctx: HttpContext) {
    const { q = '' } = await paletteValidator.validate(ctx.request.qs())
    const groups = await askPalette(q, staffOf(ctx), ctx.i18n)
    const isFragment = ctx.request.header('x-fragment') === 'answers'
    return ctx.view.render(isFragment ? 'admin/palette/answers' : 'admin/palette/index', {
      q,
      groups,
    })
  }
}
