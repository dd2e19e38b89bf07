import type { HttpContext } from '@adonisjs/core/http'

/** After a form about a supplier: to its page, which tells `done` what was done. */
export function backToSupplier({ session, response }: HttpContext, id: number, done: string) {
  session.flash('done', done)
  return response.seeOther(`/admin/suppliers/${id}`)
}
