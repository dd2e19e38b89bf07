import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { chromiumRenderer, type Renderer } from '#app/platform/web/render_page'
import { readSite } from '#app/prospector/reader/read_site'
import { promised } from '#tests/depth'
import { OPEN_LABELS } from '#tests/fakes/sites/open_labels'
import { SiteFarm } from '#tests/fakes/sites/site_farm'
import { BROWSER_ARGS, isBrowserAvailable, unpack } from '#tests/support/browser'
import { crawlFarm } from '#tests/support/farm_crawl'
import { accuracyOf } from '#tests/support/reading_accuracy'

const SCRIPTED = OPEN_LABELS.filter(({ isScripted }) => isScripted)

test.group('Websites that show nothing without scripts', (group) => {
  let farm: SiteFarm
  let renderer: (timeoutMs?: number) => Renderer
  group.each.skip(!isBrowserAvailable, 'npm has a Chromium for Linux x64 only')
  group.setup(async () => {
    farm = await SiteFarm.start()
    const executablePath = await unpack()
    renderer = (timeoutMs = 20_000) =>
      chromiumRenderer({ executablePath, args: BROWSER_ARGS, sandbox: false, timeoutMs })
    return () => farm.stop()
  })

  test('are read by what they show, and asked for no more than a script and once', async ({
    assert,
  }) => {
    const before = await farm.visits()
    const findings = new Map()
    for (const { host } of SCRIPTED) {
      const crawl = await crawlFarm(farm, `http://${host}/`, { renderer: renderer() })
      findings.set(host, readSite(host, crawl.pages, new Date()).finding)
    }

    for (const { field, precision, recall, mistakes } of accuracyOf(SCRIPTED, findings)) {
      assert.deepEqual([precision, recall], [1, 1], `${field}: ${mistakes.join()}`)
    }
    const after = await farm.visits()
    const visits = after.slice(before.length).filter(({ host }) => host === SCRIPTED[0].host)
    const paths = visits.map(({ path }) => path)
    assert.deepEqual(paths.slice(0, 3), ['/robots.txt', '/', '/static/js/main.js'])
    assert.lengthOf(new Set(paths), paths.length)
    assert.isTrue(visits.every(({ agent }) => agent.startsWith('ShabouLeadsBot/')))
  })

  test('are told and left unread where there is no Chromium, or none that starts', async ({
    assert,
  }) => {
    const missing = chromiumRenderer({ executablePath: '/nowhere/chromium' })
    for (const each of [undefined, missing]) {
      const { pages } = await crawlFarm(farm, `http://${SCRIPTED[0].host}/`, { renderer: each })
      assert.isTrue(pages[0].needsScript)
      assert.isEmpty(pages[0].phones)
    }
  })

  test('SCR-01: reach no address but through the guard, by none of the ways out of a browser', async ({
    assert,
  }) => {
    let connections = 0
    const canary = createServer((socket) => {
      connections += 1
      socket.on('error', () => {}).destroy()
    }).listen(0, '127.0.0.1')
    await once(canary, 'listening')
    const { port } = canary.address() as AddressInfo

    const { pages, skipped, asked } = await crawlFarm(
      farm,
      `http://scripted-traps.example/?canary=${port}`,
      { renderer: renderer(), mostPages: 12 }
    )
    canary.close()
    assert.equal(connections, 0)
    assert.deepEqual(pages[0].phones, ['+21671700802'])
    assert.isAtLeast(skipped.forbidden_place ?? 0, 3)
    assert.isAtMost(asked, 12)
  })

  test('SCR-02: that never end cost their time and no more', async ({ assert }) => {
    const began = performance.now()
    const { pages } = await crawlFarm(farm, 'http://scripted-traps.example/spin', {
      renderer: renderer(3_000),
      mostPages: 3,
    })
    assert.isTrue(pages[0].needsScript)
    assert.isBelow(performance.now() - began, promised(15_000))
  })
})
