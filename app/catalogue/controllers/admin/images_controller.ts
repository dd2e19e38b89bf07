import type { HttpContext } from '@adonisjs/core/http'
import { imageChangeValidator, imageTextsValidator } from '#app/catalogue/images/image_validators'
import { addImage, changeImage, removeImage } from '#app/catalogue/images/write_images'
import { productPartValidator } from '#app/catalogue/products/product_part_validator'
import { productIdValidator } from '#app/catalogue/products/product_validators'
import { uploadedFile } from '#app/platform/files/uploaded_file'
import { actingStaff } from '#app/staff/acting_staff'

/** The pictures of a product. */
export default class ImagesController {
  async store(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    const texts = await ctx.request.validateUsing(imageTextsValidator)
    await addImage(id, uploadedFile(ctx).path, texts, actingStaff(ctx))
    return this.#back(ctx, id, 'products.image_added')
  }

  /** Another place among the pictures, or other words for those who do not see it. */
  async update(ctx: HttpContext) {
    const { id, partId } = await productPartValidator.validate(ctx.params)
    const change = await ctx.request.validateUsing(imageChangeValidator)
    await changeImage(id, partId, change, actingStaff(ctx))
    return this.#back(ctx, id, 'products.image_saved')
  }

  async destroy(ctx: HttpContext) {
    const { id, partId } = await productPartValidator.validate(ctx.params)
    await removeImage(id, partId, actingStaff(ctx))
    return this.#back(ctx, id, 'products.image_removed')
  }

  #back({ session, response }: HttpContext, id: number, done: string) {
    session.flash('done', done)
    return response.seeOther(`/admin/products/${id}#images`)
  }
}
