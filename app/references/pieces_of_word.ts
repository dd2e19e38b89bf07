import { normaliseNumber } from '#app/references/normalise'
import type { Word } from '#app/references/number_lines'

/** What says that a number follows: `Réf.7701206379`, `N°0986494123`, `OE7701206379`. */
const LABEL = /^(?:r[ée]f(?:[ée]rences?)?|n[°º]|n[ro][.°º]|oe[mn]?|#)[-.°º#_]*/iu
const COUNT_BEFORE = /^\d{1,3}[x×*](?=.*\d)/iu
const COUNT_BEHIND = /[x×*]\d{1,3}$/iu
/** Less than this is no number without what stands around it. */
const SHORTEST = 5
/** A slash parts numbers as long as this; `W712/75` is one. */
const LONG = 7

/** What a word may be when it is no number as it stands: its parts between slashes, and each without label and count. */
export function piecesOf(word: Word): Word[] {
  const parts = partsOf(word)
  const bare = [word, ...parts].map(bareOf)
  return [...parts, ...bare].filter((piece) => piece.text.length < word.text.length)
}

/** The numbers that a word nobody knows is written to be: `7701206379/8200768913` are two, `GDB1330x2` is one. */
export function writtenPiecesOf(word: Word): Word[] {
  const parts = partsOf(word)
  const areLong = parts.every(({ text }) => /\d/.test(text) && normaliseNumber(text).length >= LONG)
  return (parts.length > 1 && areLong ? parts : [word]).map((part) => {
    const bare = bareOf(part)
    return normaliseNumber(bare.text).length < SHORTEST ? part : bare
  })
}

const partsOf = ({ from, text }: Word): Word[] =>
  text.includes('/')
    ? Array.from(text.matchAll(/[^/]+/g), ({ 0: part, index }) => partOf(from + index, part))
    : []

function bareOf({ from, text }: Word): Word {
  const label = /\d/.test(text) ? (LABEL.exec(text)?.[0] ?? '') : ''
  const unlabelled = text.slice(label.length)
  const [before = ''] = COUNT_BEFORE.exec(unlabelled) ?? []
  const behind = before ? '' : (COUNT_BEHIND.exec(unlabelled)?.[0] ?? '')
  return partOf(
    from + label.length + before.length,
    unlabelled.slice(before.length, unlabelled.length - behind.length)
  )
}

const partOf = (from: number, text: string): Word => ({ from, to: from + text.length, text })
