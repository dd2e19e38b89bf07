import type { BrandData } from '#app/demo/brand'
import { CHASSIS } from '#app/demo/drawings/chassis'
import { ELECTRICAL } from '#app/demo/drawings/electrical'
import { ENGINE } from '#app/demo/drawings/engine'
import type { PartType } from '#app/demo/part_type'

const DRAWINGS: Record<string, string> = { ...CHASSIS, ...ENGINE, ...ELECTRICAL }
const INK = '#1f2937'
const METAL = '#cbd5e1'

/** Where the picture lies in the file storage; all products of a brand and part type share one. */
export function pictureKey(type: PartType, brand: BrandData): string {
  return `demo/${type.code.replaceAll('_', '-')}-${brand.slug}.svg`
}

/** Where the wordmark of a brand lies. */
export const logoKey = (brand: BrandData) => `demo/brands/${brand.slug}.svg`

/** A line drawing of the part in the colour of the brand. Throws when nobody drew it. */
export function pictureOf(type: PartType, brand: BrandData): string {
  const drawing = DRAWINGS[type.drawing]
  if (!drawing) throw new Error(`There is no drawing "${type.drawing}" for ${type.code}`)
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400">',
    '<rect width="400" height="400" fill="#f8fafc"/>',
    '<circle cx="200" cy="190" r="166" fill="#eef2f7"/>',
    `<g fill="white" stroke="${INK}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round">`,
    coloured(drawing, brand.colour),
    '</g>',
    `<rect x="170" y="364" width="60" height="5" rx="2.5" fill="${brand.colour}"/>`,
    `<text x="200" y="394" ${FONT} font-size="20" fill="${INK}">${escape(brand.name)}</text>`,
    '</svg>',
  ].join('')
}

/** The name of a brand as a picture. */
export function logoOf(brand: BrandData): string {
  const size = Math.min(64, Math.floor(520 / brand.name.length))
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 160">',
    '<rect width="400" height="160" fill="white"/>',
    `<rect x="24" y="130" width="352" height="8" rx="4" fill="${brand.colour}"/>`,
    `<text x="200" y="98" ${FONT} font-size="${size}" fill="${INK}">${escape(brand.name)}</text>`,
    '</svg>',
  ].join('')
}

const FONT = 'text-anchor="middle" font-family="Inter, Arial, sans-serif" font-weight="700"'

function coloured(drawing: string, accent: string): string {
  return drawing
    .replaceAll('"accent"', `"${accent}"`)
    .replaceAll('"metal"', `"${METAL}"`)
    .replaceAll('"dark"', `"${INK}"`)
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
