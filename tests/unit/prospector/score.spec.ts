import { test } from '@japa/runner'
import fc from 'fast-check'
import {
  misordered,
  ORDERED,
  RULE_NAMES,
  RULES,
  type Rules,
  rulesWith,
} from '#app/prospector/score/rules'
import { ENGAGEMENTS, type LeadFacts, scoreOf, totalOf } from '#app/prospector/score/score_of'
import { SEGMENTS } from '#app/prospector/sources/finding'
import { repeats } from '#tests/depth'

const NOW = new Date('2026-11-20T09:00:00Z')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)

const NOTHING: LeadFacts = {
  segment: null,
  distanceKm: null,
  governorate: null,
  sites: 0,
  vehicles: 0,
  reviews: 0,
  makesInStock: null,
  engaged: {},
  lastOrderAt: null,
  asked: false,
  hasPhone: false,
  hasEmail: false,
  hasAddress: false,
  taxId: null,
  website: null,
  contactRole: null,
  isReachable: true,
  isClosed: false,
  hasOptedOut: false,
  hasUnpaidInvoice: false,
  refusedDeliveries: 0,
  reasons: {},
}

const day = fc.integer({ min: 0, max: 400 }).map(daysAgo)
const facts: fc.Arbitrary<LeadFacts> = fc.record({
  segment: fc.option(fc.constantFrom(...SEGMENTS)),
  distanceKm: fc.option(fc.double({ min: 0, max: 700, noNaN: true })),
  governorate: fc.option(fc.constant('TN-61')),
  sites: fc.nat(8),
  vehicles: fc.nat(60),
  reviews: fc.nat(200),
  makesInStock: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  engaged: fc.record(Object.fromEntries(ENGAGEMENTS.map((kind) => [kind, day])), {
    requiredKeys: [],
  }),
  lastOrderAt: fc.option(day),
  asked: fc.boolean(),
  hasPhone: fc.boolean(),
  hasEmail: fc.boolean(),
  hasAddress: fc.boolean(),
  taxId: fc.option(fc.constant('1234567R')),
  website: fc.option(fc.constant('https://garage.example')),
  contactRole: fc.option(fc.constant('contact')),
  isReachable: fc.boolean(),
  isClosed: fc.boolean(),
  hasOptedOut: fc.boolean(),
  hasUnpaidInvoice: fc.boolean(),
  refusedDeliveries: fc.nat(4),
  reasons: fc.constant({}),
})

/** Any rules that staff could save: within their limits, and in order. */
const rules: fc.Arbitrary<Rules> = fc
  .record(Object.fromEntries(RULE_NAMES.map((name) => [name, fc.nat(RULES[name].most)])))
  .map((drawn) => {
    const ordered = { ...(drawn as Rules) }
    for (const names of ORDERED) {
      const values = names.map((name) => ordered[name]).sort((a, b) => a - b)
      names.forEach((name, at) => (ordered[name] = values[at]))
    }
    return ordered
  })

const RUNS = { numRuns: repeats(300, 5_000) }

test.group('Scores of leads', () => {
  test('the example of the rules is scored as they say', ({ assert }) => {
    const { score, band, terms } = scoreOf(
      {
        ...NOTHING,
        ...{ segment: 'garage', distanceKm: 6.2, reviews: 57 },
        engaged: { quote: NOW, whatsapp: NOW },
        ...{ hasPhone: true, hasEmail: true, hasAddress: true, taxId: '1234567R' },
      },
      rulesWith(),
      NOW
    )
    assert.deepEqual(
      terms.map(({ k, v }) => [k, v]),
      [
        ['fit.segment', 20],
        ['fit.distance', 12],
        ['fit.size', 5],
        ['eng.quote', 10],
        ['eng.whatsapp', 4],
        ['data.phone', 6],
        ['data.email', 4],
        ['data.address', 3],
        ['data.matricule', 4],
      ]
    )
    assert.equal(score, 68)
    assert.equal(band, 'B')
  })

  test('interest fades by half in 45 days and never gives more than its most', ({ assert }) => {
    const quoted = (days: number) =>
      scoreOf({ ...NOTHING, engaged: { quote: daysAgo(days) } }, rulesWith(), NOW).score
    assert.deepEqual([quoted(0), quoted(45), quoted(90)], [10, 5, 3])
    const engaged = Object.fromEntries(ENGAGEMENTS.map((kind) => [kind, NOW]))
    const { score, terms } = scoreOf({ ...NOTHING, engaged, lastOrderAt: NOW }, rulesWith(), NOW)
    assert.equal(score, 30)
    assert.deepInclude(terms, { k: 'eng.most', v: -17, why: '≤ 30' })
  })

  test('closed, or asked to be left alone: nothing, whatever else', ({ assert }) => {
    fc.assert(
      fc.property(facts, rules, (of, by) => {
        assert.equal(scoreOf({ ...of, isClosed: true }, by, NOW).score, 0)
        assert.equal(scoreOf({ ...of, hasOptedOut: true }, by, NOW).score, 0)
      }),
      RUNS
    )
  })

  test('the score is the sum of its terms, between 0 and 100, and always the same', ({
    assert,
  }) => {
    fc.assert(
      fc.property(facts, rules, (of, by) => {
        const scored = scoreOf(of, by, NOW)
        assert.equal(scored.score, Math.max(0, Math.min(100, totalOf(scored.terms))))
        assert.isTrue(scored.terms.every(({ v }) => Number.isInteger(v)))
        assert.deepEqual(scoreOf(structuredClone(of), by, NOW), scored)
      }),
      RUNS
    )
  })

  test('more of a good thing is never worth less', ({ assert }) => {
    const better: ((of: LeadFacts) => LeadFacts)[] = [
      (of) => ({ ...of, distanceKm: of.distanceKm === null ? null : of.distanceKm / 2 }),
      (of) => ({ ...of, sites: of.sites + 3 }),
      (of) => ({ ...of, vehicles: of.vehicles + 20 }),
      (of) => ({ ...of, reviews: of.reviews + 40 }),
      (of) => ({ ...of, makesInStock: of.makesInStock === null ? null : 1 }),
      (of) => ({ ...of, lastOrderAt: NOW }),
      ...ENGAGEMENTS.map((kind) => (of: LeadFacts) => ({
        ...of,
        engaged: { ...of.engaged, [kind]: NOW },
      })),
      (of) => ({ ...of, asked: true }),
      (of) => ({ ...of, hasPhone: true, isReachable: true }),
      (of) => ({ ...of, hasEmail: true, isReachable: true }),
      (of) => ({ ...of, hasAddress: true }),
      (of) => ({ ...of, taxId: '1234567R' }),
      (of) => ({ ...of, website: 'https://garage.example' }),
      (of) => ({ ...of, hasUnpaidInvoice: false }),
      (of) => ({ ...of, refusedDeliveries: 0 }),
    ]
    fc.assert(
      fc.property(facts, rules, fc.constantFrom(...better), (of, by, improve) => {
        assert.isAtLeast(scoreOf(improve(of), by, NOW).score, scoreOf(of, by, NOW).score)
      }),
      RUNS
    )
  })

  test('rules that would make the nearer worth less are told apart', ({ assert }) => {
    assert.isUndefined(misordered(rulesWith()))
    assert.deepEqual(misordered(rulesWith({ near: 3 })), ['middle', 'near'])
    assert.deepEqual(misordered(rulesWith({ band_b: 80 })), ['band_b', 'band_a'])
  })
})
