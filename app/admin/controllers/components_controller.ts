import type { HttpContext } from '@adonisjs/core/http'

/** Every component in every state, for those who build pages; not there in production. */
export default class ComponentsController {
  index({ view }: HttpContext) {
    return view.render('admin/components/index')
  }
}
