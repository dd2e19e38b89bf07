import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { Agent } from 'undici'
import { fetchBounded } from '#app/platform/web/fetch_bounded'
import { isPublicAddress } from '#app/platform/web/public_address'
import { publicConnector } from '#app/platform/web/public_connector'
import { SiteFarm } from '#tests/fakes/sites/site_farm'
import { crawlFarm } from '#tests/support/farm_crawl'

/** Ways to write a place that is ours, each with the port of a server that must not be reached. */
const insideForms = (port: number) => [
  `http://127.0.0.1:${port}/`,
  `http://127.1:${port}/`,
  `http://127.0.1:${port}/`,
  `http://0x7f000001:${port}/`,
  `http://0x7f.0.0.1:${port}/`,
  `http://0177.0.0.1:${port}/`,
  `http://017700000001:${port}/`,
  `http://2130706433:${port}/`,
  `http://0:${port}/`,
  `http://0.0.0.0:${port}/`,
  `http://localhost:${port}/`,
  `http://localhost.:${port}/`,
  `http://LOCALHOST:${port}/`,
  `http://a@127.0.0.1:${port}/`,
  `http://example.com@127.0.0.1:${port}/`,
  `http://127.0.0.1:${port}#@example.com/`,
  `http://[::1]:${port}/`,
  `http://[0:0:0:0:0:0:0:1]:${port}/`,
  `http://[::]:${port}/`,
  `http://[::ffff:127.0.0.1]:${port}/`,
  `http://[::ffff:7f00:1]:${port}/`,
  `http://[::127.0.0.1]:${port}/`,
  `http://[64:ff9b::7f00:1]:${port}/`,
  `http://[2002:7f00:1::]:${port}/`,
  `http://１２７.０.０.１:${port}/`,
  `http://127。0。0。1:${port}/`,
  `http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:${port}/`,
  `//127.0.0.1:${port}/`,
  `\\\\127.0.0.1:${port}\\`,
  'http://127.0.0.1/',
  'http://[::1]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://[fe80::1]/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://100.64.0.1/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'https://127.0.0.1/',
  'file:///etc/passwd',
  'gopher://127.0.0.1:70/',
  'ftp://127.0.0.1/',
  'data:text/html,<title>x</title>',
  'javascript:alert(1)',
]

test.group('Hostile websites', (group) => {
  let farm: SiteFarm
  let canary: Server
  let touched = 0
  group.setup(async () => {
    farm = await SiteFarm.start()
    canary = createServer((_, response) => {
      touched += 1
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>secret</title>')
    }).listen(0, '127.0.0.1')
    await once(canary, 'listening')
    return async () => {
      await farm.stop()
      canary.close()
    }
  })

  const canaryPort = () => (canary.address() as AddressInfo).port

  test('SCR-01: lead to no place of ours, however they write it', async ({ assert }) => {
    const forms = insideForms(canaryPort())
    assert.isAtLeast(forms.length, 40)

    for (const form of forms) {
      const start = `http://inside.example/?to=${encodeURIComponent(form)}`
      const redirected = await crawlFarm(farm, start)
      assert.lengthOf(redirected.pages, 0, form)
      assert.oneOf(redirected.reason, ['forbidden_place', 'refused', 'unreachable'], form)
      if (/^(?:http|file|gopher|ftp|data|javascript)/.test(form)) {
        const asked = await crawlFarm(farm, form)
        assert.lengthOf(asked.pages, 0, form)
      }
    }
    assert.equal(touched, 0)
  })

  test('SCR-01: public places are not taken for ours', ({ assert }) => {
    for (const address of ['41.226.0.1', '8.8.8.8', '197.0.0.1', '2a00:1450:4001::200e']) {
      assert.isTrue(isPublicAddress(address), address)
    }
    for (const address of ['', 'localhost', '::ffff:10.0.0.1', 'fe80::1%eth0', '::7f00:1']) {
      assert.isFalse(isPublicAddress(address), address)
    }
  })

  test('SCR-02: a name that answers differently the second time is connected to as it was checked', async ({
    assert,
  }) => {
    const answers: string[] = []
    const rebinding = publicConnector((_, answer) => {
      const address = answers.length ? '127.0.0.1' : '192.0.2.1'
      answers.push(address)
      answer(null, [{ address, family: 4 }])
    })
    const both = publicConnector((_, answer) =>
      answer(null, [
        { address: '41.226.0.1', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ])
    )
    for (const connect of [rebinding, both]) {
      const dispatcher = new Agent({ connect })
      for (let turn = 0; turn < 3; turn++) {
        const asked = fetchBounded(new URL(`http://rebinding.test/${turn}`), {
          ...{ dispatcher, mostBytes: 1_000, timeoutMs: 1_000 },
        })
        await assert.rejects(() => asked, /is not a public address/)
      }
      await dispatcher.destroy()
    }
    assert.equal(touched, 0)
  })

  test('SCR-03: endless, packed, dripping, deep and looping pages cost little', async ({
    assert,
  }) => {
    const before = process.memoryUsage().rss
    let most = before
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20)

    const outcomes: Record<string, string> = {}
    for (const trap of [
      ...['endless', 'endless-robots', 'bomb', 'drip', 'nested', 'misnested', 'loop'],
      ...['binary', 'broken-gzip', 'robots-loop', 'very-busy', 'calendar'],
    ]) {
      const start = `http://${trap}.example/`
      const { pages, reason, asked } = await crawlFarm(farm, start, { timeoutMs: 1_000 })
      outcomes[trap] = reason ?? `${pages.length} pages`
      assert.isAtMost(asked, 30, trap)
    }
    clearInterval(watch)

    // The page, and the one that is asked for where no contact is linked.
    assert.deepEqual(outcomes, {
      ...{ 'endless': '2 pages', 'endless-robots': 'robots', 'bomb': '2 pages' },
      ...{ drip: 'unreachable', nested: '2 pages', misnested: '2 pages' },
      ...{ 'loop': 'too_many_redirects', 'binary': 'not_html', 'broken-gzip': 'unreachable' },
      ...{ 'robots-loop': '2 pages', 'very-busy': 'busy' },
      calendar: outcomes.calendar,
    })
    assert.match(outcomes.calendar, /^\d{1,2} pages$/)
    assert.isBelow((most - before) / 1024 / 1024, 150)
  })

  test('SCR-03: a site that asks to wait is left alone for so long', async ({ assert }) => {
    const before = await farm.visits()

    const { pages } = await crawlFarm(farm, 'http://busy.example/')

    const after = await farm.visits()
    const visits = after.slice(before.length).filter(({ path }) => path === '/')
    assert.equal(pages[0].phones[0], '+21671700801')
    assert.deepEqual(
      visits.map(({ status }) => status),
      [429, 200]
    )
    assert.isAtLeast(visits[1].at - visits[0].at, 998)
  })
})
