import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** A parameter without a value is as good as none: forms send every field that they have. */
export default class EmptyParametersMiddleware {
  handle({ request }: HttpContext, next: NextFn) {
    const asked = Object.entries(request.qs())
    const said = asked.filter(([, value]) => value !== '')
    if (said.length < asked.length) request.updateQs(Object.fromEntries(said))
    return next()
  }
}
