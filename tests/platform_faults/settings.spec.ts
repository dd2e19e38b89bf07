import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { isDeep } from '#tests/depth'
import { freePort, ShopProcess } from '#tests/support/shop_process'
import { temporaryFile } from '#tests/support/temporary_files'
import { TYPESCRIPT } from '#tests/support/typescript'

test.group('Settings of a process', () => {
  /** Every process reads its settings in the same way: in `npm test` they take turns. */
  let turn = 0

  test('{name}={value} stops the start with one line')
    .with([
      { name: 'PORT', value: 'abc', says: 'PORT=abc is not a whole number from 0 to 65535' },
      { name: 'APP_KEY', value: 'short', says: 'APP_KEY has 5 characters, it needs at least 16' },
      { name: 'LOG_LEVEL', value: 'loud', says: '"LOG_LEVEL" env variable must be one of' },
      {
        name: 'RATE_LIMITS',
        value: 'guests=many',
        says: 'RATE_LIMITS: "guests=many" is not NAME=',
      },
      { name: 'METRICS_TOKEN_FILE', value: '/nowhere', says: 'METRICS_TOKEN_FILE=/nowhere cannot' },
      { name: 'STORE_LAT', value: '34.74', says: 'STORE_LAT needs STORE_LNG' },
      { name: 'STORE_LNG', value: '0', says: 'STORE_LNG needs STORE_LAT' },
      { name: 'RATE_LIMIT_STORE', value: 'redis', says: 'RATE_LIMIT_STORE=redis needs REDIS_URL' },
    ])
    .run(({ assert }, { name, value, says }) => {
      const env = { ...process.env, REDIS_URL: '', [name]: value }
      const server = [TYPESCRIPT, 'bin/server.ts']
      const starts = [server, ['ace.js', 'outbox:relay']]
      for (const args of isDeep ? starts : [starts[turn++ % starts.length]]) {
        const options = { cwd: app.makePath(), env, encoding: 'utf8' } as const
        const { status, stderr } = spawnSync(process.execPath, args, options)
        assert.equal(status, 1)
        assert.include(stderr, `Wrong setting: ${says}`)
        assert.lengthOf(stderr.trim().split('\n'), 1)
      }
    })

  test('what production refuses stops `npm start` with one line, before anything is built', ({
    assert,
  }) => {
    const { status, stderr, stdout } = spawnSync(process.execPath, ['ace', 'start'], {
      cwd: app.makePath(),
      env: { ...process.env, NODE_ENV: '', RATE_LIMITS: 'off' },
      encoding: 'utf8',
    })
    assert.equal(status, 1)
    const told = (stdout + stderr).trim().split('\n')
    assert.lengthOf(told, 1)
    assert.include(told[0], 'RATE_LIMITS=off is refused in production')
  })

  test('a port that another program keeps is named, and nothing is built or started', async ({
    assert,
    cleanup,
  }) => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    cleanup(() => void other.close())
    const { port } = other.address() as AddressInfo

    const start = spawn(process.execPath, ['ace', 'start'], {
      cwd: app.makePath(),
      env: { ...process.env, RATE_LIMITS: '', HOST: '127.0.0.1', PORT: String(port) },
    })
    const told: string[] = []
    for (const stream of [start.stdout, start.stderr]) {
      stream.on('data', (chunk) => told.push(String(chunk)))
    }
    const [code] = await once(start, 'close')

    assert.equal(code, 1)
    assert.match(told.join('').trim(), new RegExp(`^[^\\n]*Port ${port} is taken[^\\n]*$`))
  })

  test('DB-11: a database that does not let us in is named in one line', async ({ assert }) => {
    const DATABASE_URL = `postgres://shop:hunter2@127.0.0.1:${await freePort()}/shop`
    const { status, stderr, stdout } = spawnSync(process.execPath, ['ace.js', 'prepare'], {
      cwd: app.makePath(),
      env: { ...process.env, DATABASE_URL },
      encoding: 'utf8',
    })
    assert.equal(status, 1)
    assert.include(
      stderr + stdout,
      'DATABASE_URL: the server does not let us in (connect ECONNREFUSED'
    )
    assert.notInclude(stderr + stdout, 'hunter2')
  })

  test('a token from a file opens /metrics to those who are not on the machine', async ({
    assert,
    test: self,
    cleanup,
  }) => {
    const token = 'a-token-for-prometheus'
    const shop = await ShopProcess.start({
      METRICS_TOKEN_FILE: await temporaryFile(self, 'token', `${token}\n`),
      TRUSTED_PROXIES: '10.0.0.0/8',
    })
    cleanup(shop.end)
    const ask = async (headers: Record<string, string>) => {
      const { status } = await fetch(`${shop.url}/metrics`, { headers })
      return status
    }

    assert.equal(await ask({}), 200)
    assert.equal(await ask({ 'x-forwarded-for': '41.224.1.1' }), 403)
    assert.equal(await ask({ 'x-forwarded-for': '41.224.1.1, 10.1.1.1' }), 403)
    assert.equal(await ask({ 'x-forwarded-for': '127.0.0.1, 41.224.1.1' }), 403, 'a claim')
    for (const [given, status] of [
      [`Bearer ${token}`, 200],
      [`bearer ${token}`, 200],
      [`Bearer ${token}x`, 403],
      ['Bearer ', 403],
    ] as const) {
      const headers = { 'x-forwarded-for': '41.224.1.1', 'authorization': given }
      assert.equal(await ask(headers), status, given)
    }
  })

  test('the background process tells its circuits on WORKER_METRICS_PORT', async ({
    assert,
    cleanup,
  }) => {
    const port = await freePort()
    const worker = spawn(process.execPath, ['ace.js', 'work'], {
      cwd: app.makePath(),
      env: { ...process.env, WORKER_METRICS_PORT: String(port) },
      stdio: 'ignore',
    })
    const ended = once(worker, 'exit')
    cleanup(async () => {
      worker.kill('SIGTERM')
      await ended
    })

    const text = await answered(`http://127.0.0.1:${port}/metrics`)
    assert.match(text, /^dependency_attempts_total|^# TYPE dependency_attempts_total/m)
    assert.match(text, /^nodejs_eventloop_lag_p99_seconds \d/m)
  })
})

/** What is answered there as soon as somebody listens. Throws after a minute. */
async function answered(url: string): Promise<string> {
  const end = Date.now() + 60_000
  for (;;) {
    try {
      return await fetch(url).then((response) => response.text())
    } catch (error) {
      if (Date.now() > end) throw error
    }
    await sleep(200)
  }
}
