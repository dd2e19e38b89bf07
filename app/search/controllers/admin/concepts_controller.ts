import type { HttpContext } from '@adonisjs/core/http'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { conceptInput } from '#app/search/words/concept_form'
import { conceptCodeValidator, conceptFormValidator } from '#app/search/search_validators'
import {
  conceptQuery,
  conceptsQuery,
  deleteConcept,
  writeConcept,
} from '#app/search/words/synonyms'
import { filtersOf } from '#app/platform/lists/filters_of'
import { actingStaff } from '#app/staff/acting_staff'

const LIMIT = 50

/** The words of customers, and what they mean. */
export default class ConceptsController {
  async index({ request, view }: HttpContext) {
    const { cursor } = await filtersOf(pagingValidator, request.qs())
    const { page, nextCursor } = await conceptsQuery(LIMIT, cursor)
    return view.render('admin/words/index', { concepts: page, nextCursor, cursor })
  }

  async create({ view }: HttpContext) {
    return view.render('admin/words/edit')
  }

  async edit({ params, view }: HttpContext) {
    const { code } = await conceptCodeValidator.validate(params)
    return view.render('admin/words/edit', { concept: await conceptQuery(code) })
  }

  /** Adds what is not there, replaces what is. */
  async store(ctx: HttpContext) {
    const { code, ...form } = await ctx.request.validateUsing(conceptFormValidator)
    await writeConcept({ code, ...conceptInput(form) }, actingStaff(ctx))
    ctx.session.flash('done', { key: 'words.saved', data: { code } })
    return ctx.response.seeOther('/admin/words')
  }

  async destroy(ctx: HttpContext) {
    const { code } = await conceptCodeValidator.validate(ctx.params)
    await deleteConcept(code, actingStaff(ctx))
    ctx.session.flash('done', { key: 'words.deleted', data: { code } })
    return ctx.response.seeOther('/admin/words')
  }
}
