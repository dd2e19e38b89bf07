import type { Choice } from '#app/catalogue/attributes/attribute'
import type { Need } from '#app/demo/assortment'
import type { Gender, Position } from '#app/demo/part_type'

type Word = { fr: Record<Gender, string>; ar: Record<Gender, string>; en: string }

const FRONT: Word = { fr: both('avant'), ar: { m: 'أمامي', f: 'أمامية' }, en: 'front' }
const REAR: Word = { fr: both('arrière'), ar: { m: 'خلفي', f: 'خلفية' }, en: 'rear' }
const LEFT: Word = { fr: both('gauche'), ar: { m: 'أيسر', f: 'يسرى' }, en: 'left' }
const RIGHT: Word = {
  fr: { m: 'droit', f: 'droite' },
  ar: { m: 'أيمن', f: 'يمنى' },
  en: 'right',
}
const UPPER: Word = {
  fr: { m: 'supérieur', f: 'supérieure' },
  ar: { m: 'علوي', f: 'علوية' },
  en: 'upper',
}
const LOWER: Word = {
  fr: { m: 'inférieur', f: 'inférieure' },
  ar: { m: 'سفلي', f: 'سفلية' },
  en: 'lower',
}

const POSITIONS: Record<Position, Word[]> = {
  'front': [FRONT],
  'rear': [REAR],
  'left': [LEFT],
  'right': [RIGHT],
  'front-left': [FRONT, LEFT],
  'front-right': [FRONT, RIGHT],
  'rear-left': [REAR, LEFT],
  'rear-right': [REAR, RIGHT],
  'upper': [UPPER],
  'lower': [LOWER],
}

/** The positions as a data sheet has them: one word for parts of either gender, so that a filter finds both. */
export const POSITION_CHOICES: Choice[] = Object.values(POSITIONS).map((words) => ({
  value: words.map(({ fr }) => fr.m).join(' '),
  ar: words.map(({ ar }) => ar.m).join(' '),
  en: words.map(({ en }) => en).join(' '),
}))

/** The position of a part as its data sheet has it; undefined when it has none. */
export const positionChoice = ({ position }: Need): string | undefined =>
  position && POSITIONS[position].map(({ fr }) => fr.m).join(' ')

/** `avant gauche` or `أمامية يسرى`, agreeing with the part; empty when the part has no position. */
export function positionOf({ type, position }: Need): { fr: string; ar: string } {
  const [fr, ar] = [...(type.gender ?? 'mm')] as Gender[]
  const words = position ? POSITIONS[position] : []
  return {
    fr: words.map((word) => word.fr[fr]).join(' '),
    ar: words.map((word) => word.ar[ar]).join(' '),
  }
}

function both(word: string): Record<Gender, string> {
  return { m: word, f: word }
}
