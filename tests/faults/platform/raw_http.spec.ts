import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { repeats } from '#tests/depth'
import { ShopProcess } from '#tests/support/shop_process'

const LOGIN =
  'POST /api/admin/auth/login HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\n'

test.group('Raw HTTP', (group) => {
  let shop: ShopProcess

  group.setup(async () => {
    shop = await ShopProcess.start()
    return shop.end
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
      'GET / HTTP/1.1\r\nHost: shop\r\nX-A: a\r\n b\r\n\r\n',
      'GET / HTTP/1.1\nHost: shop\n\n',
      'GET / HTTP/1.1\r\nHost: shop\r\nX-\0: a\r\n\r\n',
      'GET /a b HTTP/1.1\r\nHost: shop\r\n\r\n',
      'GET / HTTP/9.9\r\nHost: shop\r\n\r\n',
      'GARBAGE\r\n\r\n',
    ]
    for (const request of smuggled) {
      const { answer, closed } = await exchange(shop.port, request)
      assert.match(answer, /^HTTP\/1\.1 4\d\d /, request)
      assert.isTrue(closed, request)
      assert.notMatch(answer, /HTTP\/1\.1 [\s\S]+HTTP\/1\.1 /, request)
    }
  })

  test('SEC-18: oversized heads and bodies are refused', async ({ assert }) => {
    const long = await exchange(
      shop.port,
      `GET /?${'a'.repeat(70_000)} HTTP/1.1\r\nHost: x\r\n\r\n`
    )
    assert.match(long.answer, /^HTTP\/1\.1 431 /)

    const many = Array.from({ length: 3_000 }, (_, n) => `X-${n}: y`).join('\r\n')
    const headers = await exchange(shop.port, `GET / HTTP/1.1\r\nHost: x\r\n${many}\r\n\r\n`)
    assert.match(headers.answer, /^HTTP\/1\.1 431 /)

    const big = await fetch(`${shop.url}/api/admin/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'a', password: 'x'.repeat(1_200_000) }),
    })
    assert.equal(big.status, 413)
    assert.include(big.headers.get('content-type'), 'application/problem+json')
  })

  test('SEC-01: deep, wide and broken bodies are refused quickly', async ({ assert }) => {
    const bodies: (string | Uint8Array)[] = [
      '['.repeat(100_000),
      `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
      `{${Array.from({ length: 50_000 }, (_, n) => `"k${n}":1`).join(',')}}`,
      '{"email":1e400,"password":{}}',
      '{"email":"a","email":[],"password":null}',
      Uint8Array.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d]),
      Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
    ]
    for (const body of bodies) {
      const started = performance.now()
      const response = await fetch(`${shop.url}/api/admin/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      assert.oneOf(response.status, [400, 413, 422], await response.text())
      assert.isBelow(performance.now() - started, 1_000)
    }
  })

  test('SEC-17: clients that dawdle do not keep others waiting', async ({ assert }) => {
    const sockets = Array.from({ length: repeats(200, 500) }, () => {
      const socket = connect(shop.port, '127.0.0.1')
      socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-A: ')
      socket.on('error', () => socket.destroy())
      return socket.resume()
    })
    await sleep(300)

    const statuses = await Promise.all(
      Array.from({ length: 50 }, () =>
        fetch(`${shop.url}/api/v1/products`).then((response) => response.status)
      )
    )
    assert.deepEqual([...new Set(statuses)], [200])

    const cutOff = await Promise.race([
      Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)))),
      sleep(20_000).then(() => undefined),
    ])
    assert.isDefined(cutOff, 'unfinished heads are cut off within 20 s')
  })
})

/** Sends raw bytes; resolves with what came back when the other side closed, or after two seconds. */
function exchange(port: number, request: string) {
  return new Promise<{ answer: string; closed: boolean }>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    const timer = setTimeout(() => {
      socket.destroy()
      resolve({ answer, closed: false })
    }, 2_000)
    socket.on('data', (chunk) => (answer += chunk))
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      clearTimeout(timer)
      resolve({ answer, closed: true })
    })
    socket.write(request, 'latin1')
  })
}
