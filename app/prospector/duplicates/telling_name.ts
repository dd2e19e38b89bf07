import { foldWords } from '#app/platform/text/fold_words'
import { tradeOf } from '#app/prospector/duplicates/trade_words'

/** A name as names are compared: which trades it speaks of, its words that tell, and their consonants. */
export type TellingName = { trades: Set<string>; words: string[]; bones: string[] }

/** `Sté Garage Ben Salah` and `كراج بن صالح`: trade `repair`, bones `bn sl`. */
export function tellingName(name: string): TellingName {
  const words = foldWords(name.replace(/auto[\s-]?école/gi, 'autoecole'))
    .split(/[ .]/)
    .filter(Boolean)
  const trades = new Set<string>()
  const telling = words.filter((word) => {
    const trade = tradeOf(word)
    if (trade && trade !== 'none') trades.add(trade)
    return trade === undefined
  })
  return { trades, words: telling, bones: telling.map(bonesOf) }
}

/** What such names are looked up by: the same whatever the order of the words. */
export const nameKey = ({ bones }: TellingName) => [...bones].sort().join(' ')

/** Consonants that both scripts write, as one letter each; order matters: longer spellings first. */
const SOUNDS: [RegExp, string][] = [
  [/tch|sch|ch|sh|ش/g, 'C'],
  [/kh|خ/g, 'K'],
  [/gh|غ/g, 'G'],
  [/ph|[vfف]/g, 'f'],
  [/dj|g(?=[eiy])|[jج]/g, 'J'],
  [/dh|[dدذضظ]/g, 'd'],
  [/th|[tتثط]/g, 't'],
  [/c(?=[eiy])|[sسصzز]/g, 's'],
  [/[ckqgقكگڨ]/g, 'k'],
  [/[bpبپ]/g, 'b'],
  [/[lل]/g, 'l'],
  [/[mم]/g, 'm'],
  [/[nن]/g, 'n'],
  [/[rر]/g, 'r'],
  [/x/g, 'ks'],
]
const SILENT = /[^CKGJa-z0-9]|[aeiouyhw]/g

/** The consonants of a word in either script: `Trabelsi` and `طرابلسي` are `trbls`. `Y` where it has vowels alone. */
export function bonesOf(word: string): string {
  let bones = word
  for (const [sound, letter] of SOUNDS) bones = bones.replace(sound, letter)
  return bones.replace(SILENT, '').replace(/(.)\1+/g, '$1') || 'Y'
}
