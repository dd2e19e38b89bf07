import { createHash } from 'node:crypto'
import drive from '@adonisjs/drive/services/main'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ImageChange, ImageTexts } from '#app/catalogue/images/image_validators'
import { imagesQuery, type ProductImage } from '#app/catalogue/images/images_query'
import { touchProduct } from '#app/catalogue/products/touch_product'
import type { Changes } from '#app/platform/audit/record_act'
import type { Acting } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { redraw } from '#app/platform/files/redraw'
import { notFound, Problem } from '#app/platform/http/problem'

const MOST_IMAGES = 20

/** Adds an uploaded picture behind the others. Throws 422 for what is no picture, 404, 409 beyond twenty. */
export async function addImage(
  productId: number,
  uploaded: string,
  { altFr = null, altAr = null }: ImageTexts,
  acting: Acting
): Promise<void> {
  const { bytes } = await redraw(uploaded)
  const name = createHash('sha256').update(bytes).digest('hex').slice(0, 24)
  const path = `products/${productId}/${name}.webp`
  // Before the row: a picture too many harms nobody, a missing one does.
  await drive.use().put(path, bytes, { contentType: 'image/webp' })
  await touchProduct(productId, acting, async (_, trx) => {
    const images = await imagesQuery(productId, trx)
    if (images.length >= MOST_IMAGES) throw tooMany()
    await sql(
      `insert into product_images (product_id, path, position, alt_fr, alt_ar)
       select $1, $2, coalesce(max(position) + 1, 0), $3, $4 from product_images where product_id = $1`,
      [productId, path, altFr, altAr],
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

/** Moves a picture among the others, or says what it shows; what is not named stays. Throws 404. */
export async function changeImage(
  productId: number,
  imageId: number,
  { position, ...texts }: ImageChange,
  acting: Acting
): Promise<void> {
  await touchProduct(productId, acting, async (_, trx) => {
    const images = await imagesQuery(productId, trx)
    const image = images.find(({ id }) => id === imageId)
    if (!image) throw notFound('image')
    const described = await describe(image, texts, trx)
    const order = inPlace(images, image, position)
    if (order.every((id, at) => id === images[at].id)) return described
    await arrange(order, trx)
    const pathOf = (id: number) => images.find((one) => one.id === id)!.path
    return { ...described, images: [images.map(({ path }) => path), order.map(pathOf)] }
  })
}

async function describe(
  { id, altFr, altAr }: ProductImage,
  texts: ImageTexts,
  trx: TransactionClientContract
): Promise<Changes> {
  const now = { altFr, altAr, ...texts }
  if (now.altFr === altFr && now.altAr === altAr) return {}
  await sql(
    'update product_images set alt_fr = $2, alt_ar = $3 where id = $1',
    [id, now.altFr, now.altAr],
    trx
  )
  const shown = (fr?: string | null, ar?: string | null) => [fr, ar].filter(Boolean).join(' · ')
  return { alt: [shown(altFr, altAr), shown(now.altFr, now.altAr)] }
}

/** Ids in the order that puts one picture at its place. */
function inPlace(images: ProductImage[], image: ProductImage, position?: number): number[] {
  const others = images.filter((one) => one !== image)
  return others.toSpliced(position ?? images.indexOf(image), 0, image).map(({ id }) => id)
}

/** Positions are unique: they are moved out of the way, then into their places. */
async function arrange(order: number[], trx: TransactionClientContract) {
  const place = `update product_images i set position = w.place - $2
    from unnest($1::int[]) with ordinality as w (id, place) where i.id = w.id`
  await sql(place, [order, 10_000], trx)
  await sql(place, [order, 1], trx)
}

function tooMany() {
  return new Problem({
    status: 409,
    code: 'too_many_images',
    title: 'Too many pictures',
    detail: `A product shows at most ${MOST_IMAGES} pictures. Remove one and send it again.`,
  })
}
