import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib'
import { test } from '@japa/runner'
import { databaseAddress, embeddedDatabase } from '#app/platform/database/address'
import { isDeep, promised, repeats } from '#tests/depth'
import { ShopProcess } from '#tests/support/shop_process'

const LOGIN =
  'POST /api/admin/auth/login HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\n'

const MB = 1024 * 1024
const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }

test.group('Raw HTTP', (group) => {
  let shop: ShopProcess
  /** What the shop keeps for a moment, and nobody else does. */
  const temporary = mkdtempSync(join(tmpdir(), 'raw-http-'))

  group.setup(async () => {
    // The database of the tests is found by the folder that is everybody's.
    const { host } = databaseAddress as { host?: string }
    const DATABASE_URL =
      process.env.DATABASE_URL ?? `postgres://postgres@localhost/${embeddedDatabase}?host=${host}`
    shop = await ShopProcess.start({ TMPDIR: temporary, DATABASE_URL })
    return async () => {
      await shop.end()
      rmSync(temporary, { recursive: true })
    }
  })

  test('SEC-16: ambiguous requests are refused and their connection closed', async ({ assert }) => {
    const smuggled = [
      `${LOGIN}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n`,
      `${LOGIN}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n`,
      `${LOGIN}Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde`,
      `${LOGIN}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`,
      `${LOGIN}Transfer-Encoding: chunked\r\n\r\nZ\r\n\r\n`,
      `${LOGIN}Content-Length: -1\r\n\r\n`,
      `${LOGIN}Content-Length: 1e3\r\n\r\n`,
      `${LOGIN}Content-Length: +4\r\n\r\nabcd`,
      `${LOGIN}Content-Length: 4, 5\r\n\r\nabcde`,
      `${LOGIN}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`,
      `${LOGIN}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`,
      `${LOGIN}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n\r\n`,
      'GET / HTTP/1.1\r\nHost: shop\r\nX-A: a\r\n b\r\n\r\n',
      'GET / HTTP/1.1\nHost: shop\n\n',
      'GET / HTTP/1.1\r\nHost: shop\r\nX-A: a\rX-B: b\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: shop\r\nX A: b\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: shop\r\nX-\0: a\r\n\r\n',
      'GET /a b HTTP/1.1\r\nHost: shop\r\n\r\n',
      'GET / HTTP/9.9\r\nHost: shop\r\n\r\n',
      'GARBAGE\r\n\r\n',
    ]
    assert.isAtLeast(smuggled.length, 20)
    for (const request of smuggled) {
      const { answer, closed } = await exchange(shop.port, request)
      assert.match(answer, /^HTTP\/1\.1 4\d\d /, request)
      assert.isTrue(closed, request)
      assert.match(answer, /\r\nX-Request-Id: [\w-]{36}\r\n/i, request)
      assert.match(answer, /\r\nContent-Type: application\/problem\+json/i, request)
      assert.notMatch(answer, /HTTP\/1\.1 [\s\S]+HTTP\/1\.1 /, request)
    }
    // This one Node refuses by itself, in fewer words.
    const { answer, closed } = await exchange(shop.port, 'GET / HTTP/1.1\r\n\r\n')
    assert.match(answer, /^HTTP\/1\.1 400 /)
    assert.isTrue(closed)
  })

  test('SEC-18: oversized heads and bodies are refused, and leave nothing behind', async ({
    assert,
  }) => {
    const before = memoryOf(shop)
    const long = await exchange(
      shop.port,
      `GET /?${'a'.repeat(70_000)} HTTP/1.1\r\nHost: x\r\n\r\n`
    )
    assert.match(long.answer, /^HTTP\/1\.1 431 [\s\S]+"code":"headers_too_large"/)

    const many = Array.from({ length: 10_000 }, (_, n) => `X-${n}: y`).join('\r\n')
    const headers = await exchange(shop.port, `GET / HTTP/1.1\r\nHost: x\r\n${many}\r\n\r\n`)
    assert.match(headers.answer, /^HTTP\/1\.1 431 /)

    for (const megabytes of [1.1, 11]) {
      const password = 'x'.repeat(megabytes * MB)
      const big = await post(shop, JSON.stringify({ email: 'a', password }))
      assert.equal(big.status, 413)
      assert.include(big.headers.get('content-type'), 'application/problem+json')
    }

    // The next request on the same connection is answered: nothing of the body is left in its way.
    const chunk = 2 * MB
    const next = 'GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'
    const pair = await exchange(
      shop.port,
      `${LOGIN}Transfer-Encoding: chunked\r\n\r\n${chunk.toString(16)}\r\n${'x'.repeat(chunk)}\r\n0\r\n\r\n${next}`
    )
    assert.match(pair.answer, /^HTTP\/1\.1 413 [\s\S]+HTTP\/1\.1 200 /)

    const part = '--b\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\nx\r\n'
    const parts = await post(shop, `${part.repeat(1_000)}--b--\r\n`, {
      'content-type': 'multipart/form-data; boundary=b',
    })
    assert.equal(parts.status, 422)

    assert.isBelow(memoryOf(shop) - before, 50 * MB)
    assert.deepEqual(readdirSync(temporary), [])
  })

  test('IMP-06: a body that expands a thousandfold is refused, and costs no memory', async ({
    assert,
  }) => {
    const before = memoryOf(shop)
    for (const [encoding, compressed] of [
      ['gzip', gzipSync(Buffer.alloc(200 * MB, 'a'))],
      ['deflate', deflateSync(Buffer.alloc(200 * MB, 'a'))],
      ['br', brotliCompressSync(Buffer.alloc(200 * MB, 'a'), FAST)],
    ] as const) {
      const refused = await post(shop, compressed, { 'content-encoding': encoding })
      assert.equal(refused.status, 413, encoding)
      const started = performance.now()
      await fetch(`${shop.url}/health/live`)
      assert.isBelow(
        performance.now() - started,
        promised(5_000),
        'the next request waits for nothing'
      )
    }
    assert.isBelow(memoryOf(shop) - before, 100 * MB)
  })

  test('SEC-01: deep, wide and broken bodies are refused quickly', async ({ assert }) => {
    // Each copy that the framework makes of so many names takes tens of milliseconds.
    const wide = `{${Array.from({ length: 50_000 }, (_, n) => `"k${n}":1`).join(',')}}`
    const bodies: (string | Uint8Array)[] = [
      '['.repeat(100_000),
      `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
      wide,
      '{"email":1e400,"password":{}}',
      '{"email":"a","email":[],"password":null}',
      Uint8Array.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d]),
      Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
      Buffer.from('{"email":"a","password":"b"}', 'utf16le'),
      `{${Array.from({ length: 1_000_000 }, (_, n) => `"k${n}":1`).join(',')}}`,
      JSON.stringify({ email: 'x'.repeat(10 * MB) }),
      JSON.stringify({ email: 'x'.repeat(900_000), password: 'x'.repeat(100_000) }),
      `{"email":${'['.repeat(10_000)}${']'.repeat(10_000)},"password":1}`,
      `{"email":"a",${'"password":"b",'.repeat(50_000)}"password":""}`,
      '{"email":"\\ud800\\u0000","password":"\\udfff"}',
      `{"email":${'9'.repeat(100_000)},"password":-1e-400}`,
      '{"email":"a@b.tn","password":"b",}',
      '{"email":NaN,"password":Infinity}',
      '/* */{"email":"a"}',
      '',
      'null',
      '"text"',
      '[]',
      '\0',
    ]
    assert.isAtLeast(bodies.length, 20)
    for (const [nth, body] of bodies.entries()) {
      const [times, lags]: number[][] = [[], []]
      // The best of them is the shop's own: what comes on top is the machine's.
      for (let time = 0; time < repeats(1, 3); time++) {
        await lagOf(shop)
        const started = performance.now()
        const response = await post(shop, body)
        assert.oneOf(response.status, [400, 413, 422], await response.text())
        times.push(performance.now() - started)
        lags.push(await lagOf(shop))
      }
      const [answered, late] = body === wide ? [500, 500] : [100, 50]
      assert.isBelow(Math.min(...times), repeats(10_000, answered), `answer to body ${nth}`)
      assert.isBelow(Math.min(...lags), repeats(10_000, late), `event loop at body ${nth}`)
    }
  })

  test('SEC-17: clients that dawdle do not keep others waiting', async ({ assert }) => {
    const dawdler = async (said: string) => {
      const socket = connect(shop.port, '127.0.0.1')
      socket.on('error', () => socket.destroy())
      await once(socket, 'connect')
      socket.write(said)
      return socket
    }
    const fifty = async () => {
      const started = performance.now()
      const statuses = await Promise.all(
        Array.from({ length: 50 }, async () => {
          const { status } = await fetch(`${shop.url}/api/v1/products`)
          return status
        })
      )
      assert.deepEqual([...new Set(statuses)], [200])
      return performance.now() - started
    }
    const quickest = async () => Math.min(await fifty(), await fifty(), await fifty())
    await quickest()
    const alone = await quickest()
    // One after the other: whoever comes when the queue of the kernel is full never reaches the shop.
    const dawdle = async (said: string, count: number) => {
      const clients: Awaited<ReturnType<typeof dawdler>>[] = []
      for (let n = 0; n < count; n++) clients.push(await dawdler(said))
      return clients
    }
    const sockets = await dawdle('GET / HTTP/1.1\r\nHost: x\r\nX-A: ', repeats(200, 500))
    for (const socket of sockets) socket.resume()
    const half = `${LOGIN}Content-Length: 1000\r\n\r\n{"email":`
    const bodies = await dawdle(half, repeats(100, 500))
    for (const socket of bodies) socket.resume()
    // These ask again and again, and read nothing of what they get.
    const list = 'GET /api/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n'
    const deaf = await dawdle(list.repeat(50), repeats(20, 100))
    await sleep(300)

    const beside = await quickest()
    if (isDeep) assert.isAtMost(beside, 2 * alone, 'fifty requests, to what they take alone')

    for (const socket of deaf) socket.destroy()
    const allCutOff = (clients: typeof sockets, seconds: number) =>
      Promise.race([
        Promise.all(
          clients.map((client) => client.closed || new Promise((cut) => client.once('close', cut)))
        ),
        sleep(seconds * 1_000).then(() => undefined),
      ])
    assert.isDefined(
      await allCutOff(sockets, promised(20_000) / 1_000),
      'unfinished heads are cut off within 20 s'
    )
    if (isDeep) assert.isDefined(await allCutOff(bodies, 30), 'unfinished bodies soon after')
    for (const socket of bodies) socket.destroy()
  })
})

function post(shop: ShopProcess, body: string | Uint8Array, headers: Record<string, string> = {}) {
  return fetch(`${shop.url}/api/admin/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
}

/** How late the event loop was at most since it was asked last, in milliseconds. */
async function lagOf(shop: ShopProcess): Promise<number> {
  const answer = await fetch(`${shop.url}/metrics`)
  const [, seconds] = /^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(await answer.text())!
  return Number(seconds) * 1_000
}

/** Resident memory of a process, in bytes. */
function memoryOf({ child }: ShopProcess): number {
  const [, pages] = readFileSync(`/proc/${child.pid}/statm`, 'utf8').split(' ')
  return Number(pages) * 4_096
}

/** Sends raw bytes; resolves with what came back when the other side closed, or what had come by then. */
function exchange(port: number, request: string) {
  return new Promise<{ answer: string; closed: boolean }>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    const timer = setTimeout(() => {
      socket.destroy()
      resolve({ answer, closed: false })
    }, promised(2_000))
    socket.on('data', (chunk) => (answer += chunk))
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      clearTimeout(timer)
      resolve({ answer, closed: true })
    })
    socket.write(request, 'latin1')
  })
}
