import sharp from 'sharp'
import { sql } from '#app/platform/database/sql'
import { createProduct } from '#tests/support/catalogue'

/** A small picture of one colour. */
export function picture(background = '#cc0000'): Promise<Buffer> {
  const create = { width: 40, height: 30, channels: 3 as const, background }
  return sharp({ create }).png().toBuffer()
}

export async function pictureFile(): Promise<File> {
  return new File([new Uint8Array(await picture())], 'x.png')
}

/** A product with two pictures; `imageId` is the second one. */
export async function createImage() {
  const { id } = await createProduct()
  const [, image] = await sql<{ id: number }>(
    `insert into product_images (product_id, path, position) values ($1, 'a.webp', 0), ($1, 'b.webp', 1) returning id`,
    [id]
  )
  return { id, imageId: image.id }
}
