import type { HttpContext } from '@adonisjs/core/http'
import { findProduct } from '#app/catalogue/products/admin_product_query'
import { staffImage } from '#app/catalogue/images/image_transformer'
import { imageChangeValidator, imageTextsValidator } from '#app/catalogue/images/image_validators'
import { imagesQuery } from '#app/catalogue/images/images_query'
import { addImage, changeImage, removeImage } from '#app/catalogue/images/write_images'
import { productPartValidator } from '#app/catalogue/products/product_part_validator'
import { productIdValidator } from '#app/catalogue/products/product_validators'
import { uploadedFile } from '#app/platform/files/uploaded_file'
import { wholeList } from '#app/platform/lists/whole_list'
import { actingStaff } from '#app/staff/acting_staff'

/** The pictures of a product, for programs. Every answer has all of them, in their order. */
export default class ImagesApiController {
  async index({ params }: HttpContext) {
    const { id } = await productIdValidator.validate(params)
    await findProduct(id)
    return answer(id)
  }

  async store(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    const texts = await imageTextsValidator.validate(ctx.request.body())
    await addImage(id, uploadedFile(ctx).path, texts, actingStaff(ctx))
    ctx.response.status(201)
    return answer(id)
  }

  async update(ctx: HttpContext) {
    const { id, partId } = await productPartValidator.validate(ctx.params)
    const change = await imageChangeValidator.validate(ctx.request.body())
    await changeImage(id, partId, change, actingStaff(ctx))
    return answer(id)
  }

  async destroy(ctx: HttpContext) {
    const { id, partId } = await productPartValidator.validate(ctx.params)
    await removeImage(id, partId, actingStaff(ctx))
    return ctx.response.noContent()
  }
}

async function answer(productId: number) {
  const images = await imagesQuery(productId)
  return wholeList(images.map(staffImage))
}
