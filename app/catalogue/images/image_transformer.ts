import type { ProductImage } from '#app/catalogue/images/images_query'
import { fileUrl } from '#app/platform/files/file_url'

/** A picture as staff programs see it; its place counts from 0. */
export const staffImage = ({ id, path, altFr, altAr }: ProductImage, position: number) => ({
  id,
  url: fileUrl(path),
  position,
  altFr,
  altAr,
})
