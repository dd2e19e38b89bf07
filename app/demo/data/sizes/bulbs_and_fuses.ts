import type { Size } from '#app/demo/part_type'

export const BULBS: Size[] = [
  bulb('H1', 55, 8.5),
  bulb('H3', 55, 8),
  bulb('H4', 55, 10.5),
  bulb('H7', 55, 13.5),
  bulb('H8', 35, 22),
  bulb('H11', 55, 24),
  bulb('H15', 55, 42),
  bulb('H16', 19, 28),
  bulb('HB3', 60, 22),
  bulb('HB4', 51, 22),
  bulb('D1S', 35, 138),
  bulb('D2S', 35, 118),
  bulb('D3S', 35, 158),
  bulb('W5W', 5, 2.2),
  bulb('W16W', 16, 5.5),
  bulb('W21W', 21, 4.2),
  bulb('W21/5W', 21, 5.2),
  bulb('T4W', 4, 2.2),
  bulb('R5W', 5, 2.2),
  bulb('R10W', 10, 2.8),
  bulb('C5W', 5, 2.5),
  bulb('P21W', 21, 2.8),
  bulb('PY21W', 21, 4.2),
  bulb('P21/5W', 21, 3.8),
  ledPair('H4', 98),
  ledPair('H7', 105),
  ledPair('W5W', 22),
]

export const FUSES: Size[] = [
  fuseBox('MINI', 'Coffret de 100 fusibles mini', 'علبة 100 فيوز صغير', 21),
  fuseBox('STD', 'Coffret de 100 fusibles standard', 'علبة 100 فيوز عادي', 22.5),
  ...[5, 10, 15, 20, 25, 30].map((amperes) =>
    fuseBox(
      `F${amperes}`,
      `Sachet de 10 fusibles ${amperes} A`,
      `كيس 10 فيوزات ${amperes} أمبير`,
      4.5
    )
  ),
  ...[40, 60, 80].map((amperes) =>
    fuseBox(`MX${amperes}`, `Fusible maxi ${amperes} A`, `فيوز كبير ${amperes} أمبير`, 5.5)
  ),
  relay('R12-30', 'Relais 12 V 30 A 4 broches', 'ريلاي 12 فولت 30 أمبير 4 أطراف', 12.5),
  relay('R12-40', 'Relais 12 V 40 A 5 broches', 'ريلاي 12 فولت 40 أمبير 5 أطراف', 15.5),
  relay('R12-70', 'Relais 12 V 70 A 4 broches', 'ريلاي 12 فولت 70 أمبير 4 أطراف', 24),
  relay('CLIG', 'Centrale clignotante 12 V', 'فلاشر غمازات 12 فولت', 22),
]

function bulb(cap: string, watts: number, price: number): Size {
  return {
    code: cap.replace('/', ''),
    fr: `${cap} 12 V ${watts} W`,
    ar: `${cap} 12 فولت ${watts} واط`,
    price,
    grams: price > 100 ? 60 : 25,
    attributes: { culot: cap, puissance_w: watts, tension_v: 12 },
  }
}

function ledPair(cap: string, price: number): Size {
  return {
    code: `LED${cap}`,
    fr: `LED ${cap} (la paire)`,
    ar: `LED ${cap} (زوج)`,
    price,
    grams: 180,
    attributes: { culot: cap, tension_v: 12 },
  }
}

function fuseBox(code: string, fr: string, ar: string, price: number): Size {
  return { code, fr, ar, price, grams: price > 20 ? 180 : 25 }
}

function relay(code: string, fr: string, ar: string, price: number): Size {
  return { code, fr, ar, price, grams: 40, attributes: { tension_v: 12 } }
}
