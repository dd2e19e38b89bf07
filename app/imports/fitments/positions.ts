import { RowRejected } from '#app/imports/import_target'
import { foldWords } from '#app/platform/text/fold_words'

type End = 'front' | 'rear'
type Side = 'left' | 'right'
type Level = 'upper' | 'lower'
type Depth = 'inner' | 'outer' | 'center' | 'intermediate'
type Place = End | Side | Level | Depth

/** Words for places, folded: French, English, Arabic. */
const PLACES: Record<Place, string[]> = {
  front: ['front', 'avant', 'av', 'avants', 'fr', 'امامي', 'قدام', 'امام'],
  rear: ['rear', 'arriere', 'ar', 'arr', 'back', 'rr', 'خلفي', 'توالي', 'خلف'],
  left: ['left', 'gauche', 'g', 'gche', 'lh', 'l', 'يسار', 'ايسر'],
  right: ['right', 'droite', 'droit', 'd', 'dr', 'rh', 'r', 'يمين', 'ايمن'],
  upper: ['upper', 'superieur', 'superieure', 'haut', 'sup', 'top', 'علوي'],
  lower: ['lower', 'inferieur', 'inferieure', 'bas', 'inf', 'bottom', 'سفلي'],
  inner: ['inner', 'inside', 'interieur', 'interieure', 'داخلي'],
  outer: ['outer', 'outside', 'exterieur', 'exterieure', 'خارجي'],
  center: ['center', 'centre', 'central', 'centrale', 'middle', 'milieu', 'وسط', 'اوسط'],
  intermediate: ['intermediate', 'intermediaire', 'وسيط'],
}
const PLACE_OF = new Map(
  Object.entries(PLACES).flatMap(([place, words]) => words.map((word) => [word, place as Place]))
)
/** Words that join places, or mean every one of them. */
const NEUTRAL = new Set([
  'et',
  'and',
  'ou',
  'or',
  'axle',
  'essieu',
  'side',
  'cote',
  'de',
  'a',
  'the',
  'va',
  'ha',
])
const ANYWHERE = new Set([
  'both',
  'all',
  'tous',
  'toutes',
  'les',
  'deux',
  'n',
  '0',
  '1',
  'universal',
])

const known = new Map<string, string>()

/**
 * `avant gauche` is `front-left`, `Front Upper` is `front-upper`, `av/ar` is no position at all. Throws
 * `RowRejected` for other words.
 */
export function positionOf(text: string): string {
  let position = known.get(text)
  if (position === undefined) {
    const words = foldWords(text).split(' ')
    const strange = words.find((word) => !isPlaceWord(word))
    if (strange !== undefined) {
      throw new RowRejected(
        `position: «${text}» is not made of front, rear, left, right, upper, lower, inner, outer, center, intermediate (avant, arrière, gauche, droite …)`
      )
    }
    position = placesOf(words)
    if (known.size < 1_000) known.set(text, position)
  }
  return position
}

/** Whether a folded word says where on a car. */
export const isPlace = (word: string) => word.length > 1 && PLACE_OF.has(word)

const isPlaceWord = (word: string) => PLACE_OF.has(word) || NEUTRAL.has(word) || ANYWHERE.has(word)

/** Both of a pair say nothing: front and rear is everywhere. */
function placesOf(words: string[]): string {
  const places = new Set(words.flatMap((word) => PLACE_OF.get(word) ?? []))
  const parts = [
    oneOf(places, 'front', 'rear'),
    oneOf(places, 'left', 'right'),
    oneOf(places, 'upper', 'lower'),
    oneOf(places, 'inner', 'outer') ?? MIDDLES.find((middle) => places.has(middle)),
  ]
  return parts.filter(Boolean).join('-')
}

const MIDDLES = ['center', 'intermediate'] as const

function oneOf(places: Set<Place>, one: Place, other: Place): Place | undefined {
  if (places.has(one) === places.has(other)) return undefined
  return places.has(one) ? one : other
}
