import type { Size } from '#app/demo/part_type'

const MILLIMETRES = [300, 330, 350, 380, 400, 425, 450, 475, 500, 530, 550, 575, 600, 650, 700]

export const WIPER_BLADES: Size[] = MILLIMETRES.flatMap((length) => [
  {
    code: `F${length}`,
    fr: `plat ${length} mm`,
    ar: `مسطحة ${length} مم`,
    price: Math.round((14 + length / 32) * 2) / 2,
    grams: Math.round(length * 0.36),
    attributes: { longueur_mm: length, type_balai: 'plat' },
  },
  {
    code: `C${length}`,
    fr: `classique ${length} mm`,
    ar: `عادية ${length} مم`,
    price: Math.round((6 + length / 48) * 2) / 2,
    grams: Math.round(length * 0.42),
    attributes: { longueur_mm: length, type_balai: 'classique' },
  },
])
