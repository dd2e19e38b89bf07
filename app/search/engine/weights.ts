/** What fitting the car is worth, as the rarity of a word that one product in fifty knows. */
export const VEHICLE_WEIGHT = 4

/** SQL for BM25's inverse document frequency: the fewer of all products know a term, the more it tells. */
export const rarity = (products: string, carriers: string) =>
  `ln(1 + (greatest(${products} - ${carriers}, 0) + 0.5) / (${carriers} + 0.5))`
