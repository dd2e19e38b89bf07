import type { Position } from '#app/demo/part_type'
import { normaliseNumber } from '#app/references/normalise'

/** A query as customers type it, and what a counter clerk would put on the counter. All that is said must hold. */
export type ExpectedHit = {
  q: string
  /** Slug, or slugs when the query leaves it open; a department stands for all below it. */
  category?: string | string[]
  position?: Position
  /** Slug. */
  brand?: string
  /** `Clio IV`; or `Clio`, when the query does not say the generation. */
  model?: string
  /** Part of the French name: a size or an engine, as `60 Ah` or `1.5 dCi`. */
  name?: string
  /** A number of the product, in any spelling. */
  reference?: string
  /** What the words are read as: the code of the part, the position, the only model that is meant. */
  means?: { part: string; position?: string; model?: string }
}

/** What the judgment needs to know of a product. */
export type Hit = {
  category: string
  brand: string
  nameFr: string
  numbers: string[]
}

const POSITION_WORDS = {
  front: 'avant',
  rear: 'arrière',
  left: 'gauche',
  right: 'droite?',
  upper: 'supérieure?',
  lower: 'inférieure?',
}

/** True when the product is a right first hit. */
export function isExpected(hit: Hit, expected: ExpectedHit): boolean {
  const { category, position, brand, model, name, reference } = expected
  const slugs = category === undefined ? [] : [category].flat()
  return (
    (slugs.length === 0 ||
      slugs.some((slug) => hit.category === slug || hit.category.startsWith(`${slug}/`))) &&
    (!position || isAt(hit, position)) &&
    (!brand || hit.brand === brand) &&
    (!model || ` ${hit.nameFr} `.includes(` ${model} `)) &&
    (!name || hit.nameFr.toLowerCase().includes(name.toLowerCase())) &&
    (!reference || hit.numbers.some((number) => isSameNumber(number, reference)))
  )
}

function isAt({ nameFr }: Hit, position: Position): boolean {
  return position
    .split('-')
    .every((side) =>
      new RegExp(`(^| )${POSITION_WORDS[side as keyof typeof POSITION_WORDS]}( |$)`).test(nameFr)
    )
}

function isSameNumber(a: string, b: string): boolean {
  return normaliseNumber(a) === normaliseNumber(b)
}
