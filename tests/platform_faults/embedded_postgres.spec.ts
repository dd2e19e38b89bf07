import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import pg from 'pg'
import { EmbeddedPostgres } from '#app/platform/database/embedded_postgres'
import { findBinaries, linkLibraries, serverOwner } from '#app/platform/database/postgres_binaries'
import { repeats } from '#tests/depth'
import { processesOf } from '#tests/platform_faults/processes'
import { waitUntil } from '#tests/wait_until'

const DATABASE = 'shop'
let serial = 0

test.group('Embedded PostgreSQL', (group) => {
  /** What a first start makes, which most tests begin with. */
  let initialised: string
  let directory: string

  group.setup(async () => {
    mkdirSync(app.makePath('tmp/test'), { recursive: true })
    initialised = newDirectory()
    const server = await lease(initialised)
    await server.release({ stop: true })
    return () => remove(initialised)
  })

  group.each.setup(() => {
    directory = newDirectory()
    execFileSync('cp', ['-a', initialised, directory])
    return () => remove(directory)
  })

  const lease = async (at = directory) => {
    const server = new EmbeddedPostgres(at)
    await server.lease(DATABASE)
    return server
  }

  test('starts from nothing, listens on no port and keeps strangers out', async ({ assert }) => {
    remove(directory)
    const server = await lease()

    const [{ addresses }] = await query<{ addresses: string }>(
      server,
      `select current_setting('listen_addresses') as addresses`
    )
    const mode = execFileSync('stat', ['-c', '%a', server.socketDirectory], { encoding: 'utf8' })

    assert.equal(addresses, '')
    assert.equal(mode.trim(), '700')
    await server.release({ stop: true })
  })

  test('four that start at once share one server', async ({ assert }) => {
    const servers = await Promise.all([lease(), lease(), lease(), lease()])

    const pids = await Promise.all(
      servers.map((server) =>
        query<{ pid: string }>(server, 'select pg_postmaster_start_time()::text as pid')
      )
    )

    assert.lengthOf([...new Set(pids.map(([{ pid }]) => pid))], 1)
    for (const server of servers) await server.release({ stop: false })
  })

  test('a killed host, and a killed host with its server, lose no committed row', async ({
    assert,
  }) => {
    let server = await lease()
    await query(server, 'create table kept (n int)')

    for (let n = 1; n <= repeats(2, 20); n++) {
      await query(server, `insert into kept values (${n})`)
      const { host, postmaster } = pidsOf(directory)
      process.kill(host, 'SIGKILL')
      if (n % 2 === 0) process.kill(postmaster, 'SIGKILL')
      await server.release({ stop: false })

      server = await lease()
      const [{ count }] = await query<{ count: string }>(server, 'select count(*) from kept')
      assert.equal(Number(count), n)
    }
    await server.release({ stop: true })
  })

  test('a server that dies is started again for those who keep it', async ({ assert }) => {
    const server = new EmbeddedPostgres(directory)
    let restarts = 0
    await server.keep(DATABASE, () => restarts++)

    for (let death = 1; death <= repeats(1, 10); death++) {
      const { postmaster: killed } = pidsOf(directory)
      process.kill(killed, 'SIGKILL')
      await waitUntil('another server', () => postmasterOf(directory) !== killed)
      await waitUntil('its answer', () => answers(server))
      // One that dies before it was leased again is found dead by the lease under way.
      assert.isTrue(restarts >= 1 && restarts <= death, `${restarts} of ${death}`)
    }
    await server.release({ stop: true })
  })

  test('a server killed at the very moment of a lease is started again for it', async ({
    assert,
  }) => {
    const first = await lease()
    for (let death = 0; death < repeats(2, 20); death++) {
      const { postmaster } = pidsOf(directory)
      process.kill(postmaster, 'SIGKILL')
      const next = await lease()
      assert.isTrue(await answers(next))
      await next.release({ stop: false })
    }
    await first.release({ stop: true })
  })

  test('the last one to leave lets it stop by itself, after a moment', async ({ assert }) => {
    const server = await lease()
    await query(server, 'create table kept as select 1 as n')
    await server.release({ stop: false })
    assert.isNotEmpty(processesOf(directory))

    await waitUntil('its end', () => processesOf(directory).length === 0)
    assert.isFalse(existsSync(`${directory}/postmaster.pid`))
    assert.isFalse(existsSync(server.socketDirectory))
    assert.include(readFileSync(`${directory}.log`, 'utf8'), 'database system is shut down')

    const next = await lease()
    assert.deepEqual(await query(next, 'select n from kept'), [{ n: 1 }])
    await next.release({ stop: true })
  })

  test('a number that another program has by now keeps nobody from starting', async ({
    assert,
  }) => {
    const bystander = spawn('sleep', ['600'])
    await once(bystander, 'spawn')
    // What a machine leaves that lost its power: the number is given away again after its start.
    writeFileSync(`${directory}/postmaster.pid`, `${bystander.pid}\n${directory}\n`)

    const server = await lease()
    assert.isTrue(await answers(server))
    assert.isNull(bystander.exitCode)
    assert.isNull(bystander.signalCode)
    bystander.kill()
    await server.release({ stop: true })
  })

  test('root is told what to do where nobody else may enter', ({ assert }) => {
    const closed = newDirectory()
    mkdirSync(closed, { mode: 0o700 })
    assert.throws(
      () => serverOwner(findBinaries(), closed),
      new RegExp(`"nobody" may not enter ${closed}. Move the project .+ or set DATABASE_URL`)
    )
    rmSync(closed, { recursive: true })
  }).skip(process.getuid?.() !== 0, 'only root lends its server to nobody')

  test('a host that nobody leases leaves, and keeps the data from no later one', async ({
    assert,
  }) => {
    const { socketDirectory } = new EmbeddedPostgres(directory)
    const script = app.makePath('bin/postgres.ts')
    const host = spawn(process.execPath, [script, directory, socketDirectory], { stdio: 'ignore' })
    const [code] = await once(host, 'exit')

    assert.equal(code, 0)
    const server = await lease()
    await server.release({ stop: true })
  })

  test('who asks for a stop is answered when it is down', async ({ assert }) => {
    const server = await lease()

    await server.release({ stop: true })

    assert.isFalse(existsSync(`${directory}/postmaster.pid`))
  })

  test('others keep it when one asks for a stop', async ({ assert }) => {
    const [first, second] = [await lease(), await lease()]

    await first.release({ stop: true })

    assert.isTrue(await answers(second))
    await second.release({ stop: true })
  })

  test('four commands at once on an empty folder: one database, migrated once, all succeed', async ({
    assert,
  }) => {
    remove(directory)
    const commands = Array.from({ length: 4 }, async () => {
      const command = spawn(process.execPath, ['ace.js', 'prepare'], {
        cwd: app.makePath(),
        env: {
          ...{ ...process.env, EMBEDDED_POSTGRES: directory, DATABASE_URL: '' },
          ...{ DEMO: '0', ADMIN_PASSWORD: 'password1' },
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      const said = Promise.all([text(command.stdout), text(command.stderr)])
      const [code] = await once(command, 'exit')
      const [out, complaints] = await said
      return { code, said: out + complaints }
    })
    const outcomes = await Promise.all(commands)

    for (const { code, said } of outcomes) assert.equal(code, 0, said)
    assert.lengthOf(
      outcomes.filter(({ said }) => said.includes('First administrator')),
      1
    )
    assert.lengthOf(
      outcomes.filter(({ said }) => said.includes('ADMIN_PASSWORD is easy to guess')),
      1
    )
    const server = await lease()
    const [{ twice }] = await query<{ twice: string }>(
      server,
      'select count(*) - count(distinct name) as twice from adonis_schema'
    )
    assert.equal(Number(twice), 0)
    await server.release({ stop: true })
  })

  test('libraries that an install without scripts left unlinked are linked', ({ assert }) => {
    const root = `${directory}/package`
    mkdirSync(`${root}/native/lib`, { recursive: true })
    writeFileSync(`${root}/native/lib/libicu.so.60.2`, 'library')
    writeFileSync(
      `${root}/native/pg-symlinks.json`,
      '[{"source":"native/lib/libicu.so.60.2","target":"native/lib/libicu.so.60"}]'
    )
    linkLibraries(root)
    linkLibraries(root)
    assert.equal(readFileSync(`${root}/native/lib/libicu.so.60`, 'utf8'), 'library')

    writeFileSync(
      `${root}/native/pg-symlinks.json`,
      '[{"source":"native/lib/libicu.so.60.2","target":"native/nowhere/libicu.so.60"}]'
    )
    assert.throws(() => linkLibraries(root), /lacks the library link .+ Run "npm rebuild /)
  })

  test('an install without scripts runs once its links are made', ({ assert }) => {
    const root = `${directory}/package`
    cpSync(findBinaries().root, root, { recursive: true, verbatimSymlinks: true })
    const links = JSON.parse(readFileSync(`${root}/native/pg-symlinks.json`, 'utf8')) as {
      target: string
    }[]
    assert.isNotEmpty(links)
    for (const { target } of links) rmSync(`${root}/${target}`)
    const initdb = () => spawnSync(`${root}/native/bin/initdb`, ['--version'], { encoding: 'utf8' })
    assert.notEqual(initdb().status, 0, 'the links are what it needs')

    linkLibraries(root)
    const { status, stdout } = initdb()
    assert.equal(status, 0)
    assert.match(stdout, /^initdb \(PostgreSQL\) \d+/)
  })

  test('a server that cannot start says why in one line', async ({ assert }) => {
    remove(directory)
    mkdirSync(`${directory}/PG_VERSION`, { recursive: true })

    await assert.rejects(() => lease(), /^PostgreSQL did not start: .+/)
  })
})

async function query<Row extends pg.QueryResultRow>(server: EmbeddedPostgres, statement: string) {
  const client = new pg.Client({
    host: server.socketDirectory,
    user: 'postgres',
    database: DATABASE,
  })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<Row>(statement)
    return rows
  } finally {
    await client.end()
  }
}

async function answers(server: EmbeddedPostgres) {
  try {
    await query(server, 'select 1')
    return true
  } catch {
    // It is down, or on its way up.
    return false
  }
}

function newDirectory() {
  return app.makePath(`tmp/test/embedded-${process.pid}-${++serial}`)
}

function remove(directory: string) {
  for (const pid of processesOf(directory)) process.kill(pid, 'SIGKILL')
  rmSync(directory, { recursive: true, force: true })
  rmSync(`${directory}.log`, { force: true })
}

function postmasterOf(directory: string): number | undefined {
  const file = `${directory}/postmaster.pid`
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8')) || undefined : undefined
}

function pidsOf(directory: string) {
  const postmaster = postmasterOf(directory)!
  const status = readFileSync(`/proc/${postmaster}/stat`, 'utf8')
  return { postmaster, host: Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]) }
}
