import sharp, { type OutputInfo } from 'sharp'
import { Problem } from '#app/platform/http/problem'

/** Formats that are read, by what they hold rather than by their names; drawings with scripts are not. */
const READABLE = new Set(['jpeg', 'png', 'webp', 'heif', 'gif'])
/** What one picture may unfold to in memory: 25 megapixels, four bytes each. */
const MOST_PIXELS = 25_000_000
const LONGEST_SIDE = 1_600

/** A picture that is safe to serve: drawn anew, so that nothing of the file but its pixels remains. */
type Picture = { bytes: Buffer } & Pick<OutputInfo, 'width' | 'height'>

/**
 * Draws an uploaded picture anew as WebP, turned upright, at most 1,600 pixels a side. Throws 422 for
 * what is no picture or unfolds to more than 25 megapixels.
 */
export async function redraw(path: string): Promise<Picture> {
  const source = sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
  try {
    const { format } = await source.metadata()
    if (!READABLE.has(format)) throw refused()
    const size = { width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside' as const }
    const drawn = source
      .rotate()
      .resize({ ...size, withoutEnlargement: true })
      .webp({ quality: 82 })
    const { data, info } = await drawn.toBuffer({ resolveWithObject: true })
    return { bytes: data, width: info.width, height: info.height }
  } catch (error) {
    // The library says in many ways that a file is none it reads: all of them mean the file.
    throw error instanceof Problem ? error : refused()
  }
}

function refused() {
  return new Problem({
    status: 422,
    code: 'not_a_picture',
    title: 'This is not a picture',
    detail: 'Send a JPEG, PNG, WebP or AVIF picture of at most 25 megapixels.',
    extra: { errors: [{ field: 'file', rule: 'picture', message: 'The file is not a picture' }] },
  })
}
