/** Who acts when nobody does: the shop itself, when time is up. */
export const SHOP = 'shop'
