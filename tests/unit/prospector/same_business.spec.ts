import { test } from '@japa/runner'
import { compareBusinesses, type Likened } from '#app/prospector/duplicates/compare_businesses'
import { bonesOf, tellingName } from '#app/prospector/duplicates/telling_name'
import { ownDomain } from '#app/prospector/leads/own_domain'
import type { Finding } from '#app/prospector/sources/finding'
import { repeats } from '#tests/depth'
import { knownFindings } from '#tests/support/leads/known_businesses'
import { pairwise, type Pairwise } from '#tests/support/leads/pairwise'

const NOBODY: Likened = {
  names: [],
  phones: [],
  emails: [],
  domain: null,
  taxId: null,
  governorate: null,
  delegation: null,
  location: null,
}
const likened = (given: Omit<Partial<Likened>, 'names'> & { name?: string }): Likened => ({
  ...NOBODY,
  ...given,
  names: given.name ? [tellingName(given.name)] : [],
})
const HERE = { latitude: 34.74, longitude: 10.76 }
const FAR = { latitude: 34.9, longitude: 10.76 }

const ofFinding = (finding: Finding) =>
  likened({
    ...{ name: finding.name ?? undefined, phones: finding.phones, emails: finding.emails },
    ...{ domain: ownDomain(finding.website), taxId: finding.taxId },
    ...{ governorate: finding.governorate, delegation: finding.delegation },
    location: finding.location,
  })

test.group('Whether two are one business', () => {
  test('names sound the same in both scripts', ({ assert }) => {
    for (const [latin, arabic] of [
      ['trabelsi', 'طرابلسي'],
      ['khelifi', 'خليفي'],
      ['chebbi', 'شابي'],
      ['gharbi', 'غربي'],
    ]) {
      assert.equal(bonesOf(latin), bonesOf(arabic), latin)
    }
    const { trades, words } = tellingName('Sté Garage Auto Ben Salah SARL')
    assert.deepEqual([...trades], ['repair'])
    assert.deepEqual(words, ['ben', 'salah'])
  })

  test('a telephone and a name are enough, also across scripts', ({ assert }) => {
    const one = likened({ name: 'Garage Trabelsi', phones: ['+21698123456'] })
    const other = likened({ name: 'كراج الطرابلسي', phones: ['+21698123456'] })
    assert.equal(compareBusinesses(one, other).verdict, 'same')
    assert.deepEqual(compareBusinesses(one, other), compareBusinesses(other, one))
  })

  test('sites of a chain stay apart, and so does whoever got its old number', ({ assert }) => {
    const firm = { domain: 'chaine.tn', taxId: '1234567R', name: 'Speedy Frein' }
    const here = likened({ ...firm, phones: ['+21674111222'], location: HERE })
    const there = likened({ ...firm, phones: ['+21674111222'], location: FAR })
    assert.equal(compareBusinesses(here, there).verdict, 'different')
    const heir = likened({ name: 'Auto-école Gharbi', phones: ['+21674111222'], location: FAR })
    assert.equal(compareBusinesses(here, heir).verdict, 'different')
  })

  test('a new telephone at the same door is the same business; one that moved is for people', ({
    assert,
  }) => {
    const before = likened({ name: 'Garage Sami Nasri', phones: ['+21698000001'], location: HERE })
    const after = likened({ name: 'Garage Sami Nasri', phones: ['+21698000002'], location: HERE })
    assert.equal(compareBusinesses(before, after).verdict, 'same')
    const moved = likened({ name: 'Garage Sami Nasri', phones: ['+21698000001'], location: FAR })
    assert.equal(compareBusinesses(before, moved).verdict, 'maybe')
  })

  test('on sets with known truth nearly every pair is found, and hardly one that is none', ({
    assert,
  }) => {
    for (const seed of [2, 1, 3, 4, 5].slice(0, repeats(1, 5))) {
      const known = knownFindings(400, seed)
      const labels = clustered(known.map(({ finding }) => ofFinding(finding)))
      const found = pairwise(
        known.map(({ business }, at) => ({ found: labels[at], truth: business }))
      )
      process.stdout.write(`    ${known.length} findings of set ${seed}: ${shown(found)}
`)
      assert.isAtLeast(found.f1, 0.95, shown(found))
    }
  })
})

const shown = ({ precision, recall, f1 }: Pairwise) =>
  `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`

/** Each joins the group of whoever it is most surely the same as, as it comes. */
function clustered(all: Likened[]): number[] {
  const groups: Likened[] = []
  return all.map((one) => {
    const matches = groups
      .flatMap((group, at) =>
        areNear(one, group) ? [{ at, ...compareBusinesses(one, group) }] : []
      )
      .filter(({ verdict }) => verdict === 'same')
      .sort((a, b) => b.points - a.points || a.at - b.at)
    const [best] = matches
    if (!best) return groups.push(one) - 1
    groups[best.at] = together(groups[best.at], one)
    return best.at
  })
}

/** As coarse as the search of the database: nobody else is compared. */
const areNear = (a: Likened, b: Likened) =>
  a.governorate === b.governorate || a.phones.some((phone) => b.phones.includes(phone))

const together = (group: Likened, one: Likened): Likened => ({
  names: [...group.names, ...one.names],
  phones: [...new Set([...group.phones, ...one.phones])],
  emails: [...new Set([...group.emails, ...one.emails])],
  domain: group.domain ?? one.domain,
  taxId: group.taxId ?? one.taxId,
  governorate: group.governorate ?? one.governorate,
  delegation: group.delegation ?? one.delegation,
  location: group.location ?? one.location,
})
