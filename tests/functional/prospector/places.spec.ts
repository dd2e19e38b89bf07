import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { costSince } from '#app/prospector/runs/cost'
import { findingOfPlace } from '#app/prospector/sources/places/finding_of_place'
import {
  CeilingReached,
  DailyQuotaUsed,
  FIELD_MASK,
  PlacesRefused,
  searchPlaces,
  type Place,
  type PlacesAccess,
} from '#app/prospector/sources/places/search_places'
import { FakePlaces } from '#tests/fakes/places/fake_places'

const SFAX = { latitude: 34.74, longitude: 10.76 }
const search = (textQuery: string) => ({
  ...{ textQuery, languageCode: 'fr', center: SFAX, radius: 25_000 },
})

test.group('Google Places', (group) => {
  let google: FakePlaces
  group.setup(async () => {
    google = await FakePlaces.start()
    return () => google.stop()
  })
  group.each.setup(async () => {
    await sql('truncate places_usage, places_calls')
    await google.behave({})
  })

  /** Every page of a question, with the calls that Google counted meanwhile. */
  async function allPages(textQuery: string, access: PlacesAccess = google.access) {
    const before = await google.calls()
    const pages: Place[][] = []
    let token: string | undefined
    do {
      const page = await searchPlaces(search(textQuery), token, access)
      pages.push(page.places ?? [])
      token = page.nextPageToken
    } while (token !== undefined)
    const calls = await google.calls()
    return { pages, calls: calls.slice(before.length) }
  }

  test('is asked page by page with the same question, up to 60 places', async ({ assert }) => {
    const sizes: Record<string, number[]> = {}
    for (let at = 0; at < 12; at++) {
      const { pages, calls } = await allPages(`garage ${at}`)
      sizes[`garage ${at}`] = pages.map((page) => page.length)
      const questions = calls.map(({ body }) => ({ ...JSON.parse(body), pageToken: undefined }))
      for (const question of questions) assert.deepEqual(question, questions[0])
      assert.isTrue(calls.every(({ mask, status }) => mask === FIELD_MASK && status === 200))
      const ids = pages.flat().map(({ id }) => id)
      assert.lengthOf(new Set(ids), ids.length)
    }
    const shapes = new Set(Object.values(sizes).map((shape) => shape.join('+')))
    // None at all, and the most that there are: the fake has both among these questions.
    assert.isTrue(shapes.has('0'), [...shapes].join(' '))
    assert.isTrue(shapes.has('20+20+20'), [...shapes].join(' '))
    assert.notInclude(FIELD_MASK, ' ')
  })

  test('waits for the quota of the minute, and is left alone when the day is used up', async ({
    assert,
  }) => {
    await google.behave({ minuteQuota: 2 })
    const { calls } = await allPages('garage 1')
    assert.deepEqual(calls.map(({ status }) => status).slice(0, 3), [429, 429, 200])

    for (const dayQuota of [true, 'named', 'in words'] as const) {
      await google.behave({ dayQuota })
      const before = await google.calls()
      const error = await searchPlaces(search('x'), undefined, google.access).catch((one) => one)
      assert.instanceOf(error, DailyQuotaUsed, String(dayQuota))
      const after = await google.calls()
      assert.lengthOf(after.slice(before.length), 1)
    }
  })

  test('is asked again after a failure that passes, and not after a refusal', async ({
    assert,
  }) => {
    await google.behave({ failures: 1, failureStatus: 503 })
    const { calls } = await allPages('garage 1')
    assert.deepEqual(calls.map(({ status }) => status).slice(0, 2), [503, 200])

    for (const [access, status] of [
      [{ ...google.access, apiKey: 'another-key' }, 400],
      [{ ...google.access, baseUrl: `${google.url}/v2` }, 404],
    ] as const) {
      const before = await google.calls()
      const error = await searchPlaces(search('x'), undefined, access).catch((one) => one)
      assert.instanceOf(error, PlacesRefused)
      assert.equal(error.status, status)
      const after = await google.calls()
      assert.lengthOf(after.slice(before.length), 1)
    }
  })

  test('is never asked more often in a month than the shop pays for, by all processes together', async ({
    assert,
  }) => {
    const access = { ...google.access, monthlyCalls: 7 }
    const before = await google.calls()

    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) => searchPlaces(search(`q ${at}`), undefined, access))
    )

    const refused = outcomes.filter(
      (one) => one.status === 'rejected' && one.reason instanceof CeilingReached
    )
    const after = await google.calls()
    assert.lengthOf(refused, 13)
    assert.lengthOf(after.slice(before.length), 7)
  })

  test('costs nothing for a thousand calls of a month, and then its price', async ({ assert }) => {
    await sql(
      `insert into places_calls (sku, month, number, at)
       select 's', '2026-11-01', n, timestamptz '2026-11-01' + n * interval '1 minute'
       from generate_series(1, 1010) n`
    )
    assert.deepEqual(await costSince(new Date('2026-10-01')), { calls: 1010, cents: 35 })
    assert.deepEqual(await costSince(new Date('2026-12-01')), { calls: 0, cents: 0 })
  })

  test('names businesses that are forgotten in time', ({ assert }) => {
    const seenAt = new Date('2026-11-26T02:00:00Z')
    const finding = findingOfPlace(
      {
        id: 'ChIJ1',
        displayName: { text: ' Garage\u202e Exemple ' },
        formattedAddress: 'Route de Tunis Km 3, Sfax 3000, Tunisie',
        internationalPhoneNumber: '+216 74 123 456',
        websiteUri: 'javascript:alert(1)',
        businessStatus: 'CLOSED_PERMANENTLY',
        primaryType: 'car_repair',
      },
      'workshop',
      seenAt
    )
    assert.containsSubset(finding, {
      ...{ source: 'places', key: 'ChIJ1', name: 'Garage Exemple', segment: 'workshop' },
      ...{ phones: ['+21674123456'], governorate: 'TN-61', website: null, signs: { closed: true } },
    })
    assert.isAtMost(finding.expiresAt!.getTime() - seenAt.getTime(), 30 * 86_400_000)
  })
})
