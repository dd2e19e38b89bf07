import type { Size } from '#app/demo/part_type'

const DIAMETERS = [35, 38, 41, 43, 45, 48, 50, 52, 54, 56, 58, 60, 63, 65]

export const EXHAUST_CLAMPS: Size[] = DIAMETERS.map((diameter) => ({
  code: `D${diameter}`,
  fr: `Ø ${diameter} mm`,
  ar: `قطر ${diameter} مم`,
  price: Math.round((4 + diameter / 7) * 2) / 2,
  grams: Math.round(diameter * 3.4),
  attributes: { diametre_mm: diameter },
}))
