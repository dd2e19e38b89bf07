import type { HttpContext } from '@adonisjs/core/http'
import {
  attributeIdValidator,
  attributeListValidator,
  attributePatchValidator,
  attributeValidator,
} from '#app/catalogue/attributes/attribute_validators'
import { staffAttribute } from '#app/catalogue/attributes/staff_attribute_transformer'
import {
  staffAttributeQuery,
  staffAttributesQuery,
} from '#app/catalogue/attributes/staff_attributes_query'
import {
  createAttribute,
  deleteAttribute,
  updateAttribute,
} from '#app/catalogue/attributes/write_attribute'
import { ROWS } from '#app/platform/lists/rows'
import { actingStaff } from '#app/staff/acting_staff'

/** What sheets say about parts, as staff programs read and write it. */
export default class AttributesApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, ...query } = await attributeListValidator.validate(request.qs())
    const { page, nextCursor } = await staffAttributesQuery(limit, query)
    return { data: page.map(staffAttribute), meta: { limit, nextCursor } }
  }

  async show({ params }: HttpContext) {
    const { id } = await attributeIdValidator.validate(params)
    return answer(id)
  }

  async store(ctx: HttpContext) {
    const input = await attributeValidator.validate(ctx.request.body())
    const { id } = await createAttribute(input, actingStaff(ctx))
    ctx.response.status(201).header('Location', `/api/admin/attributes/${id}`)
    return answer(id)
  }

  async update(ctx: HttpContext) {
    const { id } = await attributeIdValidator.validate(ctx.params)
    const input = await attributePatchValidator.validate(ctx.request.body())
    await updateAttribute(id, input, actingStaff(ctx))
    return answer(id)
  }

  async destroy(ctx: HttpContext) {
    const { id } = await attributeIdValidator.validate(ctx.params)
    await deleteAttribute(id, actingStaff(ctx))
    return ctx.response.noContent()
  }
}

const answer = async (id: number) => ({ data: staffAttribute(await staffAttributeQuery(id)) })
