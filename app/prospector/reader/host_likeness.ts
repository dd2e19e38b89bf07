import { foldWords } from '#app/platform/text/fold_words'
import { bonesOf } from '#app/prospector/duplicates/telling_name'
import { PLATFORMS } from '#app/prospector/reader/name_words'
import { tellingWords } from '#app/prospector/reader/telling_words'

const SECOND_LEVEL = new Set('com net org gov edu ind perso co nom mincom'.split(' '))
const SHORTEST = 4
const EQUAL = 5
const MOST = 4

/** How much a name sounds like a host, a mail domain or an account: up to 4 when one is in the other, 5 when they are equal. */
export function likeness(name: string, handle: string): number {
  const key = foldWords(name)
  const label = handle.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (label.length < SHORTEST) return 0
  if (/[ء-ي]/.test(key)) return bonesShared(name, label)
  const words = key.split(' ').filter((word) => word.length > 2)
  const joined = key.replace(/[^a-z0-9]/g, '')
  if (!words.length || joined.length < SHORTEST) return 0
  if (joined === label) return EQUAL
  const shared = words.filter((word) => label.includes(word)).join('').length
  return MOST * Math.min(shared / label.length, shared / words.join('').length)
}

/** `شركة الأغالبة` is at `aghaliba`. */
function bonesShared(name: string, label: string): number {
  const bones = tellingWords(name)
    .map(bonesOf)
    .filter((word) => word.length > 1)
  const ofHost = bonesOf(label)
  const shared = bones.filter((word) => ofHost.includes(word)).join('').length
  return shared > 2 ? MOST * Math.min(1, shared / ofHost.length, shared / bones.join('').length) : 0
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
