import { test } from '@japa/runner'
import { categoryRows } from '#app/demo/shop_frame'
import { FLEET_MAKES } from '#app/fitment/fleet/makes'
import { familyOf } from '#app/fitment/fleet/model'
import { FLEET_MODELS } from '#app/fitment/fleet/models/all'
import { PART_WORDS } from '#app/search/words/all'
import type { Terms } from '#app/search/words/concept'
import { Spellings } from '#app/search/understanding/spellings'
import { termsOf as indexTerms, wordsOf } from '#app/search/understanding/words'
import { MODIFIER_WORDS } from '#app/search/words/modifiers'
import { POSITION_WORDS } from '#app/search/words/positions'
import { FUEL_WORDS, QUALITY_WORDS } from '#app/search/words/qualities'
import { STOP_WORDS } from '#app/search/words/stop_words'
import { folded } from '#tests/support/search/folded'

const termsOf = ({ fr, ar, arabizi, en }: Terms) => [...fr, ...ar, ...arabizi, ...(en ?? [])]
const CONCEPTS: (Terms & { code: string })[] = [
  ...PART_WORDS,
  ...POSITION_WORDS,
  ...QUALITY_WORDS,
  ...FUEL_WORDS,
]
const ARABIC = /\p{Script=Arabic}/u
const unique = (values: string[]) => new Set(values).size === values.length
const repeated = (values: string[]) => values.filter((value, at) => values.indexOf(value) < at)

test.group('Workshop words', () => {
  test('at least 130 concepts and 700 terms, in three ways of writing', ({ assert }) => {
    assert.isAtLeast(CONCEPTS.length, 130)
    const terms = [...CONCEPTS, STOP_WORDS].flatMap(termsOf).map(folded)
    assert.isAtLeast(new Set(terms).size, 700)
    for (const concept of CONCEPTS) {
      for (const list of [concept.fr, concept.ar, concept.arabizi]) {
        assert.isNotEmpty(list, concept.code)
      }
    }
  })

  test('every category at the end of a branch has words, and no category is invented', ({
    assert,
  }) => {
    const rows = categoryRows()
    const parents = new Set(rows.map(({ parent }) => parent))
    const slugs = new Set(rows.map(({ slug }) => slug))
    const named = new Set(PART_WORDS.flatMap(({ categories }) => categories))
    const silent = [...slugs].filter((slug) => !parents.has(slug) && !named.has(slug))
    assert.deepEqual(silent, [])
    assert.deepEqual(
      [...named].filter((slug) => !slugs.has(slug)),
      []
    )
  })

  test('a term stands for one concept, and for no stop word', ({ assert }) => {
    assert.isTrue(unique(CONCEPTS.map(({ code }) => code)))
    const terms = [...CONCEPTS, STOP_WORDS].flatMap((each) => termsOf(each).map(folded))
    assert.deepEqual(repeated(terms), [])
    assert.isTrue(terms.every((term) => term !== ''))
  })

  test('a modifier is no part, and its words stand for nothing else but «my» and parts without a shelf', ({
    assert,
  }) => {
    const modifiers = MODIFIER_WORDS.flatMap((each) => termsOf(each).map(folded))
    assert.deepEqual(repeated(modifiers), [])
    const others = [...CONCEPTS, STOP_WORDS].flatMap((each) => termsOf(each).map(folded))
    assert.sameMembers(
      modifiers.filter((term) => others.includes(term)),
      ['ma', 'hayon', 'capot', 'capo', 'roue']
    )
  })

  test('a phrase means the same part in every spelling of its words', ({ assert }) => {
    const concepts = [
      ...PART_WORDS.map((each) => ({ ...each, kind: 'part' })),
      ...MODIFIER_WORDS.map((each) => ({ ...each, kind: 'modifier' })),
      ...POSITION_WORDS.map((each) => ({ ...each, kind: 'position' })),
      ...FUEL_WORDS.map((each) => ({ ...each, kind: 'fuel' })),
    ].map(({ kind, code, fr, ar, arabizi, en = [] }) => ({
      ...{ kind, code },
      synonyms: Object.entries({ fr, ar, arabizi, en }).flatMap(([language, terms]) =>
        terms.map((term) => ({ term, language }))
      ),
    }))
    const spellings = new Spellings(concepts)
    const codes = new Map<string, Set<string>>()
    for (const { code, synonyms } of concepts.filter(({ kind }) => kind === 'part')) {
      for (const { term } of synonyms) {
        const terms = indexTerms(wordsOf(term))
        for (const key of [terms.join(' '), spellings.key(terms)]) {
          codes.set(key, (codes.get(key) ?? new Set()).add(code))
        }
      }
    }
    assert.deepEqual(
      [...codes].filter(([, those]) => those.size > 1).map(([key, those]) => [key, ...those]),
      []
    )
  })

  test('Arabic is written in Arabic, the rest in Latin letters', ({ assert }) => {
    for (const { ar, fr, arabizi, en } of [...CONCEPTS, STOP_WORDS]) {
      for (const term of ar) {
        assert.match(term, ARABIC)
        assert.notMatch(term, /[\u06a9\u06cc\u0640\u064b-\u0652]/)
      }
      for (const term of [...fr, ...arabizi, ...(en ?? [])]) assert.notMatch(term, ARABIC)
    }
  })

  test('no term is a car', ({ assert }) => {
    const cars = new Set(
      [
        ...FLEET_MAKES.flatMap(({ name, ar, aliases }) => [name, ar, ...aliases]),
        ...FLEET_MODELS.flatMap((model) => [familyOf(model), ...model.aliases]),
      ].map(folded)
    )
    const terms = [...CONCEPTS, STOP_WORDS].flatMap((each) => termsOf(each).map(folded))
    assert.deepEqual(
      terms.filter((term) => cars.has(term)),
      []
    )
  })
})
