import { type Component, kitsOf } from '#app/kits/kit_query'

/** What a product is made of, and how many kits there are; null for what is no kit. */
export const kitAnswer = (version: number, components: Component[]) => ({
  version,
  available: kitsOf(components),
  components: components.map(({ sku, quantity, free }) => ({ sku, quantity, free })),
})
