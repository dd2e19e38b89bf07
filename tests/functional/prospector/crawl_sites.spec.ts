import { test } from '@japa/runner'
import { Paces } from '#app/prospector/sources/website/pace'
import { OPEN_LABELS } from '#tests/fakes/sites/open_labels'
import { SiteFarm, type Visit } from '#tests/fakes/sites/site_farm'
import { crawlFarm, crawlLabelled } from '#tests/support/farm_crawl'
import { accuracyOf } from '#tests/support/reading_accuracy'

const LEAST = { precision: 0.97, recall: 0.93 }

test.group('Websites', (group) => {
  let farm: SiteFarm
  group.setup(async () => {
    farm = await SiteFarm.start()
    return () => farm.stop()
  })

  test('tell who they belong to, as a person reads them', async ({ assert }) => {
    const labels = OPEN_LABELS.filter(({ isScripted }) => !isScripted)

    const findings = await crawlLabelled(farm, labels)

    for (const { field, precision, recall, mistakes } of accuracyOf(labels, findings)) {
      const said = `${field}: precision ${precision}, recall ${recall}\n${mistakes.join('\n')}`
      assert.isAtLeast(precision, LEAST.precision, said)
      assert.isAtLeast(recall, LEAST.recall, said)
    }
    for (const { host, taxId } of labels.filter((label) => label.taxId)) {
      assert.equal(findings.get(host)?.taxId, taxId, host)
    }
    const shop = findings.get('pieces-carthage.example')!
    assert.includeMembers(shop.brands, ['bosch', 'valeo', 'luk', 'kyb', 'monroe', 'trw'])
    assert.deepEqual(findings.get('louage-beja.example')?.signs, { vehicles: 22 })
  })

  test('are never asked for a page that robots.txt forbids, nor faster than allowed', async ({
    assert,
  }) => {
    const hosts = ['robots-partial', 'robots-closed', 'robots-broken', 'garage-elamen']
    const INTERVAL_MS = 60
    const ON_ITS_WAY_MS = 15
    const before = await farm.visits()

    await Promise.all(
      hosts.map((host) => crawlFarm(farm, `http://${host}.example/`, { intervalMs: INTERVAL_MS }))
    )

    const after = await farm.visits()
    const visits = after.slice(before.length)
    const pathsOf = (host: string) => visitsOf(visits, host).map(({ path }) => path)
    assert.deepEqual(pathsOf('robots-closed'), ['/robots.txt'])
    assert.deepEqual(pathsOf('robots-broken'), ['/robots.txt'])
    assert.notIncludeMembers(pathsOf('robots-partial'), ['/contact', '/prive/direction'])
    assert.include(pathsOf('robots-partial'), '/contact-public')
    for (const host of hosts) {
      const times = visitsOf(visits, host).map(({ at }) => at)
      const gaps = times.slice(1).map((at, index) => at - times[index])
      // The site that asks for a second gets it. A request that was slow on its way comes closer to the next one.
      const least = host === 'robots-partial' ? 1_000 : INTERVAL_MS
      const [first = INTERVAL_MS, ...others] = gaps
      assert.isAtLeast(first, INTERVAL_MS - ON_ITS_WAY_MS, host)
      for (const gap of others) assert.isAtLeast(gap, least - ON_ITS_WAY_MS, host)
      assert.isTrue(
        visitsOf(visits, host).every(({ agent }) => agent.startsWith('ShabouLeadsBot/'))
      )
    }
  })

  test('are asked every two seconds, now later than that and now sooner, unless told otherwise', async ({
    assert,
  }) => {
    const before = await farm.visits()
    await crawlFarm(farm, 'http://garage-elamen.example/', { intervalMs: undefined, mostPages: 4 })
    const after = await farm.visits()
    const times = after.slice(before.length).map(({ at }) => at)
    const gaps = times.slice(1).map((at, index) => at - times[index])
    assert.lengthOf(gaps, 3)
    for (const gap of gaps) {
      assert.isAtLeast(gap, 1_985)
      assert.isAtMost(gap, 3_200)
    }
    assert.isAbove(Math.max(...gaps) - Math.min(...gaps), 10)
  })

  test('that lead to one host are read there at its pace, be they read at once', async ({
    assert,
  }) => {
    const INTERVAL_MS = 50
    const paces = new Paces(INTERVAL_MS)
    const before = await farm.visits()
    const to = 'http://garage-elamen.example/'
    await Promise.all(
      [`http://inside.example/?to=${to}`, to].map((start) =>
        crawlFarm(farm, start, { paces, mostPages: 6 })
      )
    )
    const after = await farm.visits()
    const times = visitsOf(after.slice(before.length), 'garage-elamen').map(({ at }) => at)
    assert.isAbove(times.length, 6)
    const gaps = times.slice(1).map((at, index) => at - times[index])
    for (const gap of gaps) assert.isAtLeast(gap, INTERVAL_MS - 15)
  })

  test('are one with and without www., and asked at one pace', async ({ assert }) => {
    const INTERVAL_MS = 60
    const before = await farm.visits()
    await crawlFarm(farm, 'http://pneus-nabeul.example/', { intervalMs: INTERVAL_MS })
    const after = await farm.visits()
    const visits = after.slice(before.length)
    assert.isAbove(new Set(visits.map(({ host }) => host)).size, 1)
    const times = visits.map(({ at }) => at)
    const gaps = times.slice(1).map((at, index) => at - times[index])
    for (const gap of gaps) assert.isAtLeast(gap, INTERVAL_MS - 15)
  })

  test('are read contacts first, and no more than so many pages', async ({ assert }) => {
    const { pages, asked } = await crawlFarm(farm, 'http://garage-elamen.example/', {
      mostPages: 4,
    })

    // robots.txt, the start page and the sitemap that is not there are asked for as well.
    assert.equal(asked, 4)
    assert.deepEqual(
      pages.map(({ url }) => new URL(url).pathname),
      ['/', '/contactez-nous/']
    )
  })

  test('that redirect are followed to where they are, and facebook is not', async ({ assert }) => {
    const { pages } = await crawlFarm(farm, 'http://pneus-nabeul.example/')
    assert.equal(pages[0].url, 'http://www.pneus-nabeul.example/fr/accueil')

    const social = await crawlFarm(
      farm,
      'http://inside.example/?to=https://www.facebook.com/garage'
    )
    assert.equal(social.reason, 'social_network')
  })

  test('sell parts under their numbers, with a price in millimes', async ({ assert }) => {
    const { pages } = await crawlFarm(farm, 'http://pieces-carthage.example/')

    assert.deepEqual(
      pages.flatMap(({ offers }) => offers),
      [
        {
          ...{ number: 'GDB 1330', numberNorm: 'GDB1330', brand: 'TRW' },
          name: 'Jeu de 4 plaquettes de frein avant',
          ...{ price: 89_900, isInStock: true },
        },
      ].map((offer) => ({ ...offer, number: pages.flatMap((page) => page.offers)[0].number }))
    )
  })
})

const visitsOf = (visits: Visit[], host: string) =>
  visits.filter((visit) => visit.host === `${host}.example`)
