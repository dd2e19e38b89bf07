import { slugify } from '#app/catalogue/products/product_slug'

/** A maker of cars, and the ways customers write it. */
export type Make = {
  name: string
  slug: string
  ar: string
  /** Short forms, slips of the pen, Arabic and Arabizi; never a word that means another make. */
  aliases: string[]
}

export function make(name: string, ar: string, aliases: string[]): Make {
  return { name, slug: slugify(name), ar, aliases }
}
