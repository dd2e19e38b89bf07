import type { HttpContext } from '@adonisjs/core/http'

/** Back to the page of a lead, with a word about what was done. */
export function backToLead({ session, response }: HttpContext, id: number, done: string) {
  session.flash('done', done)
  return response.seeOther(`/admin/leads/${id}`)
}
