import type { Size } from '#app/demo/part_type'
import {
  FIVE_LITRES,
  FOUR_LITRES,
  HALF_LITRE,
  ONE_LITRE,
  type Pack,
  packPrice,
  packWeight,
  TEN_LITRES,
  TWENTY_LITRES,
} from '#app/demo/data/sizes/packs'

type Fluid = {
  code: string
  /** Said between the kind and the pack, the same in both languages. */
  grade: string
  /** Dinars a litre. */
  perLitre: number
  packs: Pack[]
  attributes: Size['attributes']
}

const CAR_PACKS = [ONE_LITRE, FOUR_LITRES, FIVE_LITRES]

export const ENGINE_OILS = sizesOf([
  oil('0W20', '0W-20', 'C5', 34, CAR_PACKS),
  oil('0W30', '0W-30', 'C2', 32, CAR_PACKS),
  oil('5W30C3', '5W-30', 'C3', 27, [...CAR_PACKS, TWENTY_LITRES]),
  oil('5W30C2', '5W-30', 'C2', 28, CAR_PACKS),
  oil('5W30A5', '5W-30', 'A5/B5', 26, CAR_PACKS),
  oil('5W40', '5W-40', 'A3/B4', 24, [...CAR_PACKS, TWENTY_LITRES]),
  oil('10W40', '10W-40', 'A3/B4', 18, [...CAR_PACKS, TWENTY_LITRES]),
  oil('10W40E7', '10W-40', 'E7', 17, [FIVE_LITRES, TWENTY_LITRES]),
  oil('15W40', '15W-40', 'A3/B4', 14.5, [ONE_LITRE, FIVE_LITRES, TWENTY_LITRES]),
  oil('20W50', '20W-50', 'SL/CF', 13, [ONE_LITRE, FIVE_LITRES, TWENTY_LITRES]),
])

export const GEARBOX_OILS = sizesOf([
  gearOil('75W80', '75W-80', 'GL-4+', 27, [ONE_LITRE, FIVE_LITRES]),
  gearOil('75W90', '75W-90', 'GL-5', 34, [ONE_LITRE, FIVE_LITRES]),
  gearOil('80W90', '80W-90', 'GL-5', 21, [ONE_LITRE, FIVE_LITRES, TWENTY_LITRES]),
  gearOil('85W140', '85W-140', 'GL-5', 20, [ONE_LITRE, FIVE_LITRES]),
  gearOil('ATF3', 'ATF Dexron III', 'Dexron III', 25, [ONE_LITRE, FIVE_LITRES]),
  gearOil('ATF6', 'ATF Dexron VI', 'Dexron VI', 36, [ONE_LITRE, FIVE_LITRES]),
])

export const BRAKE_FLUIDS = sizesOf([
  brakeFluid('DOT3', 'DOT 3', 24, [HALF_LITRE, ONE_LITRE]),
  brakeFluid('DOT4', 'DOT 4', 29, [HALF_LITRE, ONE_LITRE, FIVE_LITRES]),
  brakeFluid('DOT4LV', 'DOT 4 LV', 42, [HALF_LITRE, ONE_LITRE]),
  brakeFluid('DOT51', 'DOT 5.1', 46, [HALF_LITRE, ONE_LITRE]),
])

export const COOLANTS = sizesOf([
  coolant('LR25', '-25 °C', 'rose', 6.5, [ONE_LITRE, FIVE_LITRES, TWENTY_LITRES]),
  coolant('LR26V', '-26 °C', 'vert', 5.5, [ONE_LITRE, FIVE_LITRES, TWENTY_LITRES]),
  coolant('LR35', '-35 °C', 'rose', 8.5, [ONE_LITRE, FIVE_LITRES]),
  coolant('LR37', '-37 °C', 'jaune', 8.5, [ONE_LITRE, FIVE_LITRES]),
  coolant('G12', 'G12++ concentré', 'violet', 15, [ONE_LITRE, FIVE_LITRES]),
  coolant('G13', 'G13 concentré', 'violet', 17, [ONE_LITRE, FIVE_LITRES]),
])

export const ADBLUE = sizesOf([
  {
    code: 'ADB',
    grade: '',
    perLitre: 4.2,
    packs: [FIVE_LITRES, TEN_LITRES, TWENTY_LITRES],
    attributes: { norme: 'ISO 22241' },
  },
])

export const ADDITIVES: Size[] = [
  additive('INJD', 'Nettoyant injecteurs diesel 300 ml', 'منظف بخاخات مازوط 300 مل', 26),
  additive('INJE', 'Nettoyant injecteurs essence 300 ml', 'منظف بخاخات بنزين 300 مل', 25),
  additive('FAP', 'Nettoyant FAP 300 ml', 'منظف فلتر الجزيئات 300 مل', 42),
  additive('VID', 'Nettoyant moteur avant vidange 300 ml', 'منظف محرك قبل تغيير الزيت 300 مل', 24),
  additive('AFU', 'Anti-fuite radiateur 300 ml', 'مانع تسرب رادياتور 300 مل', 22),
  additive('NRAD', 'Nettoyant radiateur 300 ml', 'منظف رادياتور 300 مل', 21),
  additive('AFUM', 'Anti-fumée 300 ml', 'مانع دخان 300 مل', 27),
  additive('FRE', 'Nettoyant freins aérosol 500 ml', 'منظف فرامل بخاخ 500 مل', 16),
  additive('DEG', 'Dégrippant aérosol 400 ml', 'مزيل صدأ بخاخ 400 مل', 17),
  additive('VAN', 'Nettoyant vanne EGR aérosol 400 ml', 'منظف صمام EGR بخاخ 400 مل', 32),
  additive('CLIM', 'Nettoyant climatisation 250 ml', 'منظف مكيف 250 مل', 24),
  additive('LAVG', 'Lave-glace 5 L', 'سائل غسل زجاج 5 لترات', 14.5),
]

export const GREASES: Size[] = [
  grease('LI400', 'multifonction cartouche 400 g', 'متعدد الاستعمال خرطوشة 400 غ', 14.5, 450),
  grease('MOS2', 'au bisulfure de molybdène 400 g', 'بثنائي كبريتيد الموليبدنوم 400 غ', 19.5, 450),
  grease('CU', 'cuivrée aérosol 300 ml', 'نحاسي بخاخ 300 مل', 23, 380),
  grease('CARD', 'cardan sachet 90 g', 'كاردان كيس 90 غ', 9.5, 100),
  grease('ROUL', 'roulements pot 1 kg', 'رولمان علبة 1 كغ', 28, 1080),
  grease('LI5', 'multifonction seau 5 kg', 'متعدد الاستعمال سطل 5 كغ', 96, 5350),
]

function sizesOf(fluids: Fluid[]): Size[] {
  return fluids.flatMap(({ code, grade, perLitre, packs, attributes }) =>
    packs.map((pack) => ({
      code: `${code}-${pack.fr.replace(' ', '').toUpperCase()}`,
      fr: `${grade} ${pack.fr}`.trim(),
      ar: `${grade.replace('concentré', 'مركّز')} ${pack.ar}`.trim(),
      price: packPrice(perLitre, pack),
      grams: packWeight(pack),
      attributes: { ...attributes, contenance_l: pack.litres },
    }))
  )
}

function oil(
  code: string,
  viscosity: string,
  norm: string,
  perLitre: number,
  packs: Pack[]
): Fluid {
  const attributes = {
    viscosite: viscosity,
    norme: /^[ABC]\d|^E/.test(norm) ? `ACEA ${norm}` : `API ${norm}`,
  }
  return { code, grade: viscosity, perLitre, packs, attributes }
}

function gearOil(
  code: string,
  grade: string,
  norm: string,
  perLitre: number,
  packs: Pack[]
): Fluid {
  const attributes: Size['attributes'] = grade.startsWith('ATF')
    ? { norme: norm }
    : { viscosite: grade, norme: `API ${norm}` }
  return { code, grade, perLitre, packs, attributes }
}

function brakeFluid(code: string, grade: string, perLitre: number, packs: Pack[]): Fluid {
  return { code, grade, perLitre, packs, attributes: { norme: grade } }
}

function coolant(
  code: string,
  grade: string,
  colour: string,
  perLitre: number,
  packs: Pack[]
): Fluid {
  return { code, grade, perLitre, packs, attributes: { couleur: colour } }
}

function additive(code: string, fr: string, ar: string, price: number): Size {
  return { code, fr, ar, price, grams: fr.endsWith('5 L') ? 5200 : 380 }
}

function grease(code: string, fr: string, ar: string, price: number, grams: number): Size {
  return { code, fr, ar, price, grams }
}
