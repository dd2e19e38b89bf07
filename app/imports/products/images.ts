import type { Fields } from '#app/imports/files/fields'
import type { StagingContext } from '#app/imports/import_target'

const MAX_IMAGES = 50

/** Addresses or file keys, parted by `|`, commas, semicolons or (addresses) spaces. */
export function imagesOf(fields: Fields, context: StagingContext): string[] | undefined {
  const lists = ['image_url', 'images'].flatMap((column) => splitImages(fields.text(column) ?? ''))
  const single = fields.keyed('image').map(([, cell]) => String(cell))
  const all = [...lists, ...single, fields.text('variant_image') ?? ''].map((image) => image.trim())
  const images = [...new Set(all.filter(Boolean))].filter((image) => {
    if (isAddress(image)) return true
    context.note('an image that is neither an address nor a file was left out', image.slice(0, 60))
    return false
  })
  return images.length ? images.slice(0, MAX_IMAGES) : undefined
}

/** An absolute address of the web, or a key of our file storage that stays inside it. */
function isAddress(image: string): boolean {
  return image.length <= 2_000 && /^(?:https?:\/\/\S+|(?!\/)(?!.*\.\.)[^:\\]+)$/i.test(image)
}

/** A comma may be part of an address: only one before the next address counts. */
function splitImages(text: string): string[] {
  return text.split(/^https?:/i.test(text) ? /(?<![|,;\s])[|,;\s]+(?=https?:)/i : /[|,;\n]/)
}
