import { queryOf, type Selection } from './selections.js'

/** What visitors can reach without having seen a list: categories by weight, and every product. */
export type ShopMap = { selections: Selection[]; slugs: string[] }

type Page = { data?: { slug: string }[]; meta?: { nextCursor: string | null } }

/** Chances of the next step, in percent; what is not possible yet becomes "open a category". */
const STEPS = [
  { chance: 40, step: 'product' },
  { chance: 20, step: 'category' },
  { chance: 12, step: 'facets' },
  { chance: 12, step: 'narrow' },
  { chance: 5, step: 'turn' },
  { chance: 5, step: 'land' },
  { chance: 3, step: 'tree' },
  { chance: 3, step: 'brands' },
] as const

/**
 * Somebody who browses: opens a category (the popular ones more often), looks
 * at its facets, narrows it down, turns the page, opens the products that the
 * lists show (the upper ones more often); one request in twenty comes from a
 * search engine to any product at all.
 */
export class Visitor {
  readonly address: string
  #selection?: Selection
  #products: string[] = []
  #cursor?: string
  #query = ''

  constructor(
    number: number,
    private readonly map: ShopMap,
    private readonly random: () => number
  ) {
    this.address = `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`
  }

  /** Milliseconds of thought before the next request: 1 to 3 s. */
  think = () => 1_000 + this.random() * 2_000

  nextPath(): string {
    switch (this.#chooseStep()) {
      case 'product':
        return `/api/v1/products/${skewed(this.#products, this.random)}`
      case 'facets':
        return `/api/v1/products/facets?${this.#query}`
      case 'narrow':
        return this.#list(queryOf(this.#selection!))
      case 'turn':
        return this.#list(`${this.#query}&cursor=${this.#cursor}`)
      case 'land':
        return `/api/v1/products/${this.map.slugs[Math.floor(this.random() * this.map.slugs.length)]}`
      case 'tree':
        return '/api/v1/categories'
      case 'brands':
        return '/api/v1/brands'
      case 'category':
        this.#selection = skewed(this.map.selections, this.random)
        return this.#list(queryOf({ category: this.#selection.category }))
    }
  }

  /** Remembers what the answer to a list offers next. */
  read(path: string, text: string) {
    if (!path.startsWith('/api/v1/products?') || text === '') return
    const { data, meta }: Page = JSON.parse(text)
    this.#products = (data ?? []).map(({ slug }) => slug)
    this.#cursor = meta?.nextCursor ?? undefined
  }

  #list(query: string) {
    this.#query = query.replace(/&cursor=.*/, '')
    return `/api/v1/products?${query}`
  }

  #chooseStep() {
    let left = this.random() * 100
    const { step } = STEPS.find(({ chance }) => (left -= chance) < 0) ?? STEPS[1]
    const isPossible = {
      product: this.#products.length > 0,
      facets: this.#query !== '',
      narrow: this.#selection !== undefined,
      turn: this.#cursor !== undefined,
    }
    return step in isPossible && !isPossible[step as keyof typeof isPossible] ? 'category' : step
  }
}

/** One of `items`, the first ones more often: half of the choices fall on the first quarter. */
function skewed<Item>(items: Item[], random: () => number): Item {
  return items[Math.floor(items.length * random() ** 2)]
}

/** Numbers from 0 to 1 that are the same at every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
