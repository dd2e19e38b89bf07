import { foldWords } from '#app/platform/text/fold_words'
import { bonesOf } from '#app/prospector/duplicates/telling_name'
import { PLATFORMS } from '#app/prospector/reader/name_words'
import { tellingWords } from '#app/prospector/reader/telling_words'

const SECOND_LEVEL = new Set('com net org gov edu ind perso co nom mincom'.split(' '))
const SHORTEST = 4
const EQUAL = 5
const MOST = 4
/** `Garage Nour` is at `nour`, if less surely than `Nour`. */
const TELLING = 0.9
const COUNTRY = new Set(['tunisie', 'tunisia', 'tn'])

/** How much a name sounds like a host, a mail domain or an account: up to 4 when one is in the other, 5 when they are equal. */
export function likeness(name: string, handle: string): number {
  const key = foldWords(name)
  const label = handle.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (label.length < SHORTEST) return 0
  if (/[ء-ي]/.test(key)) return bonesShared(name, label)
  const all = key.replace(/[^a-z0-9 ]/g, '').split(' ')
  const words = all.filter((word) => !COUNTRY.has(word))
  if ([all, words].some((some) => some.join('') === label)) return EQUAL
  return Math.max(shared(words, label), TELLING * shared(tellingWords(name), label))
}

/** How much of the words is in the label, and of the label in the words. */
function shared(all: string[], label: string): number {
  const words = all.filter((word) => word.length > 2)
  const told = words.join('').length
  if (told < SHORTEST) return 0
  const found = words.filter((word) => label.includes(word)).join('').length
  return MOST * Math.min(found / label.length, found / told)
}

/** `شركة الأغالبة` is at `aghaliba`. */
function bonesShared(name: string, label: string): number {
  const bones = tellingWords(name)
    .map(bonesOf)
    .filter((word) => word.length > 1)
  const ofHost = bonesOf(label)
  const found = bones.filter((word) => ofHost.includes(word)).join('').length
  return found > 2 ? MOST * Math.min(1, found / ofHost.length, found / bones.join('').length) : 0
}

/** What somebody chose of a host: `garage-nour` of `garage-nour.com.tn` and of `garage-nour.blogspot.com`. */
export function hostLabel(host: string): string {
  const labels = host
    .toLowerCase()
    .replace(/^www\./, '')
    .split('.')
    .slice(0, -1)
  while (labels.length > 1 && isOfMany(labels.at(-1)!)) labels.pop()
  return labels.at(-1) ?? ''
}

const isOfMany = (label: string) => SECOND_LEVEL.has(label) || PLATFORMS.has(label)
