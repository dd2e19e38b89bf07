import type { BrandData } from '#app/demo/brand'
import type { Need } from '#app/demo/assortment'
import { MAKES } from '#app/demo/data/makes'
import { positionOf } from '#app/demo/positions'
import type { Quality } from '#app/demo/demo_product'
import type { Vehicle } from '#app/demo/vehicle'

type Bilingual = { fr: string; ar: string }

const QUALITIES: Record<Quality, Bilingual> = {
  oe: {
    fr: "Pièce d'origine constructeur.",
    ar: 'قطعة أصلية من مصنّع السيارة.',
  },
  oem: {
    fr: 'Qualité équipementier, conforme à la première monte.',
    ar: 'جودة مورّد المصنع، مطابقة للقطعة الأصلية.',
  },
  aftermarket: {
    fr: "Pièce neuve de qualité équivalente à l'origine.",
    ar: 'قطعة جديدة بجودة مكافئة للأصلية.',
  },
  remanufactured: {
    fr: "Pièce reconditionnée en échange standard : rapportez l'ancienne pièce pour récupérer la consigne.",
    ar: 'قطعة مجددة: أرجع القطعة القديمة لاسترجاع مبلغ التأمين.',
  },
  used: {
    fr: "Pièce d'occasion contrôlée et testée.",
    ar: 'قطعة مستعملة تم فحصها وتجربتها.',
  },
}

/** What a clerk would call the part: kind, place, car or size. */
export function nameOf(need: Need): Bilingual {
  const position = positionOf(need)
  const target = targetOf(need)
  const span = spanOf(need)
  return {
    fr: join(need.type.name.fr, position.fr, target.fr, span.fr),
    ar: join(need.type.name.ar, position.ar, target.ar, span.ar),
  }
}

type Facts = {
  need: Need
  brand: BrandData
  mpn: string
  quality: Quality
  warrantyMonths: number
  oeNumber: string
}

/** Two or three sentences: what it is, where it goes, what is promised. */
export function descriptionOf(facts: Facts): Bilingual {
  const { need, brand, mpn, oeNumber } = facts
  const name = nameOf(need)
  const promises = [need.vehicle ? fitOf(need.vehicle) : normOf(need), promiseOf(facts)]
  return {
    fr: join(
      `${name.fr}, ${brand.name} référence ${mpn}.`,
      ...promises.map(({ fr }) => fr),
      need.vehicle && `Référence d'origine : ${oeNumber}.`
    ),
    ar: join(
      `${name.ar}، ${brand.name} رقم القطعة ${mpn}.`,
      ...promises.map(({ ar }) => ar),
      need.vehicle && `رقم القطعة الأصلية: ${oeNumber}.`
    ),
  }
}

function targetOf({ vehicle, size }: Need): Bilingual {
  if (!vehicle) return { fr: size?.fr ?? '', ar: size?.ar ?? '' }
  const { make, model, ar, engine, power } = vehicle
  return {
    fr: `${make} ${model} ${engine} ${power} ch`,
    ar: `${MAKES[make].ar} ${ar} ${engine} ${power} حصان`,
  }
}

/** The second part for one car fits from a later month on. */
export function spanOf({ vehicle, round }: Need): Bilingual {
  if (!vehicle || round === 0) return { fr: '', ar: '' }
  const years = Math.max(1, lastYear(vehicle.to) - vehicle.from)
  const month = `${String(((round * 5) % 12) + 1).padStart(2, '0')}/${vehicle.from + (round % years)}`
  return { fr: `à partir de ${month}`, ar: `ابتداء من ${month}` }
}

function fitOf({ make, model, ar, engine, engineCode, from, to }: Vehicle): Bilingual {
  const years = to
    ? { fr: `de ${from} à ${to}`, ar: `من ${from} إلى ${to}` }
    : { fr: `depuis ${from}`, ar: `منذ ${from}` }
  return {
    fr: `Convient à ${make} ${model} ${engine} (moteur ${engineCode}), ${years.fr}.`,
    ar: `تناسب ${MAKES[make].ar} ${ar} ${engine} (محرك ${engineCode}) ${years.ar}.`,
  }
}

function normOf({ size }: Need): Bilingual {
  const norm = size?.attributes?.norme
  return norm ? { fr: `Norme ${norm}.`, ar: `المواصفة ${norm}.` } : { fr: '', ar: '' }
}

/** Grades compare with the part a car was built with: an oil or a tool has none. */
function promiseOf({ need, quality, warrantyMonths }: Facts): Bilingual {
  const grade = need.vehicle ? QUALITIES[quality] : { fr: '', ar: '' }
  const warranty = warrantyOf(warrantyMonths)
  return { fr: join(grade.fr, warranty.fr), ar: join(grade.ar, warranty.ar) }
}

function warrantyOf(months: number): Bilingual {
  if (months === 0) return { fr: '', ar: '' }
  const ar = { 3: '3 أشهر', 6: '6 أشهر', 12: '12 شهرا', 24: '24 شهرا' }[months]
  return { fr: `Garantie ${months} mois.`, ar: `ضمان ${ar}.` }
}

const lastYear = (to: number) => to || 2024

const join = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ')
