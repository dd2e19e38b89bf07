import type { Size } from '#app/demo/part_type'

/** European cases first, then the Asian ones of pick-ups and small Koreans. */
export const BATTERIES: Size[] = [
  battery('L0', 35, 300, 'droite', 158),
  battery('L1', 44, 400, 'droite', 178),
  battery('L1', 50, 450, 'droite', 195),
  battery('L2', 55, 480, 'droite', 212),
  battery('L2', 60, 540, 'droite', 228),
  battery('L2', 62, 540, 'gauche', 238),
  battery('L2B', 65, 580, 'droite', 252),
  battery('L3', 70, 640, 'droite', 285),
  battery('L3', 74, 680, 'droite', 305),
  battery('L4', 80, 720, 'droite', 338),
  battery('L5', 90, 720, 'droite', 388),
  battery('L5', 95, 800, 'droite', 425),
  battery('L2', 60, 680, 'droite', 485, 'AGM'),
  battery('L3', 70, 760, 'droite', 565, 'AGM'),
  battery('L5', 95, 850, 'droite', 715, 'AGM'),
  battery('L2', 60, 640, 'droite', 345, 'EFB'),
  battery('L3', 70, 720, 'droite', 398, 'EFB'),
  battery('B19', 40, 330, 'droite', 186),
  battery('B24', 45, 330, 'gauche', 205),
  battery('D23', 60, 510, 'droite', 248),
  battery('D26', 70, 570, 'gauche', 288),
  battery('D31', 95, 760, 'droite', 405),
]

function battery(
  box: string,
  ampereHours: number,
  coldAmperes: number,
  positivePole: 'droite' | 'gauche',
  price: number,
  technology = 'plomb-calcium'
): Size {
  const suffix = technology === 'plomb-calcium' ? '' : ` ${technology}`
  const pole = positivePole === 'gauche' ? ' + à gauche' : ''
  const arabicPole = positivePole === 'gauche' ? ' القطب + يسار' : ''
  return {
    code: `${box}-${ampereHours}Ah${suffix.trim()}${positivePole === 'gauche' ? 'G' : ''}`,
    fr: `12 V ${ampereHours} Ah ${coldAmperes} A ${box}${suffix}${pole}`,
    ar: `12 فولت ${ampereHours} أمبير ساعة ${coldAmperes} أمبير ${box}${suffix}${arabicPole}`,
    price,
    grams: Math.round(ampereHours * 235 + 1800),
    attributes: {
      capacite_ah: ampereHours,
      courant_demarrage_a: coldAmperes,
      borne_positive: positivePole,
      bac: box,
      technologie: technology,
    },
  }
}
