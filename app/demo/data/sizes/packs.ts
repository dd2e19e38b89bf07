/** Litres in a pack, as printed on it in both languages. */
export type Pack = { litres: number; fr: string; ar: string }

export const HALF_LITRE: Pack = { litres: 0.5, fr: '500 ml', ar: '500 مل' }
export const ONE_LITRE: Pack = { litres: 1, fr: '1 L', ar: '1 لتر' }
export const FOUR_LITRES: Pack = { litres: 4, fr: '4 L', ar: '4 لترات' }
export const FIVE_LITRES: Pack = { litres: 5, fr: '5 L', ar: '5 لترات' }
export const TEN_LITRES: Pack = { litres: 10, fr: '10 L', ar: '10 لترات' }
export const TWENTY_LITRES: Pack = { litres: 20, fr: '20 L', ar: '20 لترا' }

/** Bigger packs are cheaper by the litre; the result is rounded to half a dinar. */
export function packPrice(perLitre: number, pack: Pack): number {
  const discount = pack.litres < 1 ? 1.15 : pack.litres >= 10 ? 0.82 : pack.litres >= 4 ? 0.9 : 1
  return Math.round(perLitre * pack.litres * discount * 2) / 2
}

/** Grams of a full pack of oil, its can included. */
export const packWeight = (pack: Pack) => Math.round(pack.litres * 880 + 60 + pack.litres * 30)
