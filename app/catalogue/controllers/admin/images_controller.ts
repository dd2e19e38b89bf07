import type { HttpContext } from '@adonisjs/core/http'
import { addImage, removeImage, showFirst } from '#app/catalogue/product_images'
import { productPartValidator } from '#app/catalogue/product_part_validator'
import { productIdValidator } from '#app/catalogue/product_validators'
import { uploadedFile } from '#app/platform/files/uploaded_file'
import { actingStaff } from '#app/staff/acting_staff'

/** The pictures of a product. */
export default class ImagesController {
  async store(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    await addImage(id, uploadedFile(ctx).path, actingStaff(ctx))
    return this.#back(ctx, id, 'products.image_added')
  }

  async update(ctx: HttpContext) {
    const { id, partId } = await productPartValidator.validate(ctx.params)
    await showFirst(id, partId, actingStaff(ctx))
    return this.#back(ctx, id, 'products.image_is_first')
  }

  async destroy(ctx: HttpContext) {
    const { id, partId } = await productPartValidator.validate(ctx.params)
    await removeImage(id, partId, actingStaff(ctx))
    return this.#back(ctx, id, 'products.image_removed')
  }

  #back({ session, response }: HttpContext, id: number, done: string) {
    session.flash('done', done)
    return response.redirect().status(303).toPath(`/admin/products/${id}#images`)
  }
}
