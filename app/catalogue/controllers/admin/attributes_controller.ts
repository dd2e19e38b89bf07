import type { HttpContext } from '@adonisjs/core/http'
import { ATTRIBUTE_KINDS } from '#app/catalogue/attributes/attribute'
import { attributeOf, choiceLines } from '#app/catalogue/attributes/attribute_form'
import {
  attributeFormValidator,
  attributeIdValidator,
  attributeListValidator,
  newAttributeFormValidator,
} from '#app/catalogue/attributes/attribute_validators'
import {
  staffAttributeQuery,
  staffAttributesQuery,
} from '#app/catalogue/attributes/staff_attributes_query'
import {
  createAttribute,
  deleteAttribute,
  updateAttribute,
} from '#app/catalogue/attributes/write_attribute'
import { categoryTreeQuery } from '#app/catalogue/categories/staff_categories_query'
import { filtersOf } from '#app/platform/lists/filters_of'
import { listAddress } from '#app/platform/lists/list_address'
import { actingStaff } from '#app/staff/acting_staff'

const LIMIT = 50

/** What sheets say about parts, in the browser. */
export default class AttributesController {
  async index({ request, view }: HttpContext) {
    const query = await filtersOf(attributeListValidator, request.qs())
    const { page, nextCursor } = await staffAttributesQuery(LIMIT, query)
    const link = listAddress(request.url(), request.parsedUrl.query ?? '')
    return view.render('admin/attributes/index', { attributes: page, nextCursor, link, ...query })
  }

  async create({ view }: HttpContext) {
    return view.render('admin/attributes/edit', await choices())
  }

  async store(ctx: HttpContext) {
    const { code, ...form } = await ctx.request.validateUsing(newAttributeFormValidator)
    const { nameFr } = await createAttribute({ ...attributeOf(form), code }, actingStaff(ctx))
    return this.#back(ctx, 'attributes.created', nameFr)
  }

  async edit({ params, view }: HttpContext) {
    const { id } = await attributeIdValidator.validate(params)
    const attribute = await staffAttributeQuery(id)
    const lines = choiceLines(attribute.choices)
    return view.render('admin/attributes/edit', { attribute, lines, ...(await choices()) })
  }

  async update(ctx: HttpContext) {
    const { id } = await attributeIdValidator.validate(ctx.params)
    const form = await ctx.request.validateUsing(attributeFormValidator)
    const { nameFr } = await updateAttribute(id, attributeOf(form), actingStaff(ctx))
    return this.#back(ctx, 'attributes.saved', nameFr)
  }

  async destroy(ctx: HttpContext) {
    const { id } = await attributeIdValidator.validate(ctx.params)
    const { nameFr } = await deleteAttribute(id, actingStaff(ctx))
    return this.#back(ctx, 'attributes.deleted', nameFr)
  }

  #back({ session, response }: HttpContext, key: string, name: string) {
    session.flash('done', { key, data: { name } })
    return response.seeOther('/admin/attributes')
  }
}

const choices = async () => ({ kinds: ATTRIBUTE_KINDS, tree: await categoryTreeQuery() })
