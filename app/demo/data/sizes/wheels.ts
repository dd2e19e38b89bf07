import type { Size } from '#app/demo/part_type'

export const TYRES: Size[] = [
  tyre('155/65 R13 73T', 148),
  tyre('155/80 R13 79T', 145),
  tyre('165/70 R13 79T', 155),
  tyre('175/70 R13 82T', 162),
  tyre('165/60 R14 75H', 172),
  tyre('165/65 R14 79T', 168),
  tyre('175/65 R14 82T', 178),
  tyre('185/60 R14 82H', 186),
  tyre('185/65 R14 86H', 188),
  tyre('185/70 R14 88T', 195),
  tyre('175/65 R15 84T', 205),
  tyre('185/60 R15 84H', 212),
  tyre('185/65 R15 88H', 215),
  tyre('195/50 R15 82V', 218),
  tyre('195/55 R15 85H', 225),
  tyre('195/60 R15 88H', 228),
  tyre('195/65 R15 91H', 222),
  tyre('205/65 R15 94H', 252),
  tyre('195/45 R16 84V', 262),
  tyre('195/55 R16 87H', 275),
  tyre('195/60 R16 89H', 278),
  tyre('205/55 R16 91V', 265),
  tyre('205/60 R16 92H', 288),
  tyre('215/55 R16 93V', 312),
  tyre('215/65 R16 98H', 325),
  tyre('215/45 R17 91W', 335),
  tyre('215/55 R17 94V', 365),
  tyre('215/60 R17 96H', 372),
  tyre('225/45 R17 94W', 348),
  tyre('225/50 R17 98V', 382),
  tyre('225/65 R17 102H', 398),
  tyre('225/40 R18 92Y', 405),
  tyre('235/60 R18 103V', 475),
  tyre('185 R14C 102R', 258),
  tyre('195 R14C 106R', 268),
  tyre('195/70 R15C 104R', 285),
  tyre('205/65 R16C 107T', 345),
  tyre('215/75 R16C 113R', 388),
  tyre('225/75 R16C 121R', 415),
  tyre('205 R16C 110S', 395),
  tyre('245/70 R16 111T', 445),
  tyre('265/70 R16 112T', 478),
  tyre('265/65 R17 112H', 512),
  tyre('255/60 R18 112H', 548),
]

export const STEEL_WHEELS: Size[] = [
  steelWheel('4.5J x 13', '4x100', 98),
  steelWheel('5.5J x 14', '4x100', 112),
  steelWheel('5.5J x 14', '4x108', 115),
  steelWheel('6J x 15', '4x100', 132),
  steelWheel('6J x 15', '4x108', 135),
  steelWheel('6J x 15', '5x100', 138),
  steelWheel('6J x 15', '5x112', 138),
  steelWheel('6J x 15', '5x114.3', 142),
  steelWheel('6.5J x 16', '5x112', 165),
  steelWheel('6.5J x 16', '5x114.3', 168),
  steelWheel('6.5J x 16', '5x118', 178),
  steelWheel('6.5J x 16', '6x139.7', 198),
]

export const WHEEL_BOLTS: Size[] = [
  bolts('AV1215', 'Jeu de 4 antivols de roue M12x1.5', 'طقم براغي عجلات ضد السرقة M12x1.5', 62),
  bolts('AV1415', 'Jeu de 4 antivols de roue M14x1.5', 'طقم براغي عجلات ضد السرقة M14x1.5', 66),
  bolts('VR1215', 'Vis de roue M12x1.5', 'برغي عجلة M12x1.5', 3.5),
  bolts('VR1415', 'Vis de roue M14x1.5', 'برغي عجلة M14x1.5', 4.2),
  bolts('EC1215', 'Écrou de roue M12x1.5', 'صامولة عجلة M12x1.5', 3.2),
  bolts('EC12125', 'Écrou de roue M12x1.25', 'صامولة عجلة M12x1.25', 3.2),
  bolts('VALV', 'Valves tubeless TR413 (lot de 10)', 'صمامات هواء للإطارات TR413 (10 قطع)', 9.5),
]

export const HUB_CAPS: Size[] = [13, 14, 15, 16].flatMap((inches) =>
  ['gris', 'noir', 'bicolore'].map((colour) => ({
    code: `${inches}${colour.slice(0, 2).toUpperCase()}`,
    fr: `${inches} pouces ${colour}`,
    ar: `${inches} بوصة ${{ gris: 'رمادي', noir: 'أسود', bicolore: 'بلونين' }[colour]}`,
    price: 34 + (inches - 12) * 8.5,
    grams: 900 + (inches - 12) * 250,
    attributes: { diametre_pouces: inches, couleur: colour },
  }))
)

function tyre(dimension: string, price: number): Size {
  const inches = Number(/R(\d+)/.exec(dimension)?.[1])
  return {
    code: dimension.replaceAll(/[ /]/g, ''),
    fr: dimension,
    ar: dimension,
    price,
    grams: Math.round(price * 22 + inches * 180),
    attributes: { dimension, diametre_pouces: inches },
  }
}

function steelWheel(rim: string, pattern: string, price: number): Size {
  return {
    code: `${rim}-${pattern}`.replaceAll(/[ .]/g, ''),
    fr: `${rim} ${pattern}`,
    ar: `${rim} ${pattern}`,
    price,
    grams: Math.round(price * 48),
    attributes: { dimension: rim, entraxe: pattern },
  }
}

function bolts(code: string, fr: string, ar: string, price: number): Size {
  return { code, fr, ar, price, grams: price > 50 ? 420 : 85 }
}
