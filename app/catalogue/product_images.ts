import { createHash } from 'node:crypto'
import drive from '@adonisjs/drive/services/main'
import { imagesQuery } from '#app/catalogue/images_query'
import { touchProduct } from '#app/catalogue/touch_product'
import type { Acting } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { redraw } from '#app/platform/files/picture'
import { notFound, Problem } from '#app/platform/http/problem'

const MOST_IMAGES = 20

/** Adds an uploaded picture behind the others. Throws 422 for what is no picture, 404, 409 beyond twenty. */
export async function addImage(productId: number, uploaded: string, acting: Acting): Promise<void> {
  const { bytes } = await redraw(uploaded)
  const name = createHash('sha256').update(bytes).digest('hex').slice(0, 24)
  const path = `products/${productId}/${name}.webp`
  // Before the row: a picture too many harms nobody, a missing one does.
  await drive.use().put(path, bytes, { contentType: 'image/webp' })
  await touchProduct(productId, acting, async (_, trx) => {
    const [{ images }] = await sql<{ images: number }>(
      'select count(*)::int as images from product_images where product_id = $1',
      [productId],
      trx
    )
    if (images >= MOST_IMAGES) throw tooMany()
    await sql(
      `insert into product_images (product_id, path, position)
       select $1, $2, coalesce(max(position) + 1, 0) from product_images where product_id = $1`,
      [productId, path],
      trx
    )
    return { images: [null, path] }
  })
}

/** Takes a picture from a product; its file stays, as history may show it. Throws 404. */
export async function removeImage(
  productId: number,
  imageId: number,
  acting: Acting
): Promise<void> {
  await touchProduct(productId, acting, async (_, trx) => {
    const [gone] = await sql<{ path: string }>(
      'delete from product_images where id = $1 and product_id = $2 returning path',
      [imageId, productId],
      trx
    )
    if (!gone) throw notFound('image')
    return { images: [gone.path, null] }
  })
}

/** Puts a picture before the others: lists show it. Throws 404. */
export async function showFirst(productId: number, imageId: number, acting: Acting): Promise<void> {
  await touchProduct(productId, acting, async (_, trx) => {
    const images = await imagesQuery(productId, trx)
    const first = images.find(({ id }) => id === imageId)
    if (!first) throw notFound('image')
    const order = [first, ...images.filter((image) => image !== first)].map(({ id }) => id)
    // Positions are unique: they are moved out of the way, then into their places.
    const place = `update product_images i set position = w.place - $2
      from unnest($1::int[]) with ordinality as w (id, place) where i.id = w.id`
    await sql(place, [order, 10_000], trx)
    await sql(place, [order, 1], trx)
    return { images: [images.map(({ path }) => path), [first.path]] }
  })
}

function tooMany() {
  return new Problem({
    status: 409,
    code: 'too_many_images',
    title: 'Too many pictures',
    detail: `A product shows at most ${MOST_IMAGES} pictures. Remove one and send it again.`,
  })
}
