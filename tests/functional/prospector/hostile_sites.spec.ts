import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { test } from '@japa/runner'
import { Agent } from 'undici'
import { fetchBounded } from '#app/platform/web/fetch_bounded'
import { isPublicAddress } from '#app/platform/web/public_address'
import { type Connector, publicConnector } from '#app/platform/web/public_connector'
import { readSite } from '#app/prospector/reader/read_site'
import { SiteFarm } from '#tests/fakes/sites/site_farm'
import { crawlFarm } from '#tests/support/farm_crawl'

/** Ways to write a place that is ours, at the port that strangers' sites have: another one is refused for itself. */
const INSIDE = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://127.0.1/',
  'http://0x7f000001/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://2130706433/',
  'http://0/',
  'http://0.0.0.0/',
  'http://localhost/',
  'http://localhost./',
  'http://LOCALHOST/',
  'http://a@127.0.0.1/',
  'http://example.com@127.0.0.1/',
  'http://127.0.0.1#@example.com/',
  'http://[::1]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://１２７.０.０.１/',
  'http://127。0。0。1/',
  'http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/',
  '//127.0.0.1/',
  '\\\\127.0.0.1\\',
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

/** A public address that is given to nobody. */
const NOWHERE = '2d00::1'

/** Not every machine knows the name with its dot. */
const reasonsFor = (form: string) =>
  form.includes('localhost.') ? ['forbidden_place', 'unreachable'] : ['forbidden_place']

test.group('Hostile websites', (group) => {
  let farm: SiteFarm
  let canary: Server
  let touched = 0
  const dialled: string[] = []
  /** Every address that this process opens a connection to, but for the farm's and the database's. */
  const noteDialling = (message: unknown) => {
    const { socket } = message as { socket: Socket }
    socket.on('connectionAttempt', (address: string, port: number) => {
      if (port === 80 || port === 443 || port === canaryPort()) dialled.push(address)
    })
  }
  group.setup(async () => {
    farm = await SiteFarm.start()
    canary = createServer((_, response) => {
      touched += 1
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>secret</title>')
    }).listen(0, '127.0.0.1')
    await once(canary, 'listening')
    subscribe('net.client.socket', noteDialling)
    return async () => {
      unsubscribe('net.client.socket', noteDialling)
      await farm.stop()
      canary.close()
    }
  })
  group.each.setup(() => void (dialled.length = 0))

  const canaryPort = () => (canary.address() as AddressInfo).port

  test('SCR-01: lead to no place of ours, however they write it', async ({ assert }) => {
    assert.isAtLeast(INSIDE.length, 40)

    for (const form of INSIDE) {
      const start = `http://inside.example/?to=${encodeURIComponent(form)}`
      const redirected = await crawlFarm(farm, start)
      assert.lengthOf(redirected.pages, 0, form)
      // As bytes of a header, other scripts make no address at all.
      const isBroken = /\P{ASCII}/u.test(form)
      const reasons = isBroken ? ['refused', ...reasonsFor(form)] : reasonsFor(form)
      assert.oneOf(redirected.reason, reasons, form)
      if (/^(?:http|file|gopher|ftp|data|javascript)/.test(form)) {
        const asked = await crawlFarm(farm, form)
        assert.lengthOf(asked.pages, 0, form)
        assert.oneOf(asked.reason, reasonsFor(form), form)
      }
    }
    assert.deepEqual(dialled, [])
  })

  test('SCR-01: no port of ours is asked, wherever it is', async ({ assert }) => {
    for (const host of ['127.0.0.1', '[::1]', 'localhost', '41.226.0.1']) {
      const { reason } = await crawlFarm(
        farm,
        `http://inside.example/?to=http://${host}:${canaryPort()}/`
      )
      assert.equal(reason, 'forbidden_place', host)
    }
    assert.deepEqual([touched, dialled], [0, []])
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
    const asked: string[] = []
    const rebinding = publicConnector((_, answer) => {
      const address = asked.length ? '127.0.0.1' : NOWHERE
      asked.push(address)
      answer(null, [{ address, family: asked.length > 1 ? 4 : 6 }])
    })
    const both = publicConnector((_, answer) =>
      answer(null, [
        { address: NOWHERE, family: 6 },
        { address: '127.0.0.1', family: 4 },
      ])
    )
    const ask = (connect: Connector) => {
      const dispatcher = new Agent({ connect })
      const url = new URL('http://rebinding.test/')
      return fetchBounded(url, { dispatcher, mostBytes: 1_000, timeoutMs: 500 }).finally(() =>
        dispatcher.destroy()
      )
    }
    // What was checked is dialled, and asked for once only: nobody is there.
    await assert.rejects(() => ask(rebinding))
    assert.deepEqual([asked, dialled], [[NOWHERE], [NOWHERE]])
    await assert.rejects(() => ask(rebinding), /is not a public address/)
    await assert.rejects(() => ask(both), /is not a public address/)
    assert.deepEqual(dialled, [NOWHERE])
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
      ...['binary', 'broken-gzip', 'robots-loop', 'very-busy', 'wrong-charset', 'calendar'],
    ]) {
      const start = `http://${trap}.example/`
      const { pages, reason, asked } = await crawlFarm(farm, start, {
        timeoutMs: trap === 'drip' ? 1_000 : 30_000,
      })
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
      'wrong-charset': '2 pages',
      'calendar': outcomes.calendar,
    })
    assert.match(outcomes.calendar, /^\d{1,2} pages$/)
    assert.isBelow((most - before) / 1024 / 1024, 150)
  })

  test('SCR-03: a page in another script than it says is read all the same', async ({ assert }) => {
    const { pages } = await crawlFarm(farm, 'http://wrong-charset.example/')

    const { finding } = readSite('wrong-charset.example', pages, new Date())
    assert.containsSubset(finding, { name: 'Garage Médenine', phones: ['+21675640820'] })
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
