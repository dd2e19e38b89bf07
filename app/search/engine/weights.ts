/** What fitting the car is worth, as the rarity of a word that one product in fifty knows. */
export const VEHICLE_WEIGHT = 4
