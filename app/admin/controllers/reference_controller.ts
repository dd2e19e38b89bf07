import type { HttpContext } from '@adonisjs/core/http'
import { apiReference } from '#app/platform/openapi/reference'

/** The API description for people. */
export default class ReferenceController {
  show({ view }: HttpContext) {
    return view.render('pages/reference', { groups: apiReference() })
  }
}
