import { editDistance } from '#app/platform/text/edit_distance'
import type { TellingName } from '#app/prospector/duplicates/telling_name'

const ARABIC = /[ء-ي]/

/** How alike two names are, 0 to 1, and by how many words at least each of them tells. */
export type Likeness = { likeness: number; words: number }

/** Undefined when one of them has no word that tells. */
export function nameLikeness(a: TellingName, b: TellingName): Likeness | undefined {
  if (a.words.length === 0 || b.words.length === 0) return undefined
  const [few, many] = a.words.length <= b.words.length ? [a, b] : [b, a]
  const left = many.words.map((word, at) => ({ word, bones: many.bones[at] }))
  let matched = 0
  let total = left.reduce((sum, { word }) => sum + weightOf(word), 0)
  few.words.forEach((word, at) => {
    total += weightOf(word)
    const best = bestOf(word, few.bones[at], left)
    if (!best) return
    matched += best.likeness * (weightOf(word) + weightOf(best.word))
    left.splice(best.at, 1)
  })
  const apart = matched / total
  const joined = wordLikeness(
    a.words.join(''),
    a.bones.join(''),
    b.words.join(''),
    b.bones.join('')
  )
  return { likeness: Math.max(apart, joined), words: few.words.length }
}

const weightOf = (word: string) => Math.min(8, word.length)

function bestOf(word: string, bones: string, others: { word: string; bones: string }[]) {
  let best: { at: number; word: string; likeness: number } | undefined
  others.forEach((other, at) => {
    const likeness = wordLikeness(word, bones, other.word, other.bones)
    if (likeness >= 0.6 && likeness > (best?.likeness ?? 0))
      best = { at, word: other.word, likeness }
  })
  return best
}

/** Within a script letters are compared, across scripts the consonants that both write. */
function wordLikeness(a: string, bonesOfA: string, b: string, bonesOfB: string): number {
  if (a === b) return 1
  const sameBones = bonesOfA === bonesOfB
  if (ARABIC.test(a) !== ARABIC.test(b)) {
    if (sameBones) return bonesOfA.length >= 3 ? 1 : 0.9
    return share(bonesOfA, bonesOfB)
  }
  const letters = share(a, b)
  return sameBones && bonesOfA.length >= 2 ? Math.max(letters, (letters + 1) / 2) : letters
}

/** The share of letters that need no correction. */
function share(a: string, b: string): number {
  const longest = Math.max(a.length, b.length)
  return 1 - editDistance(a, b, longest) / longest
}
