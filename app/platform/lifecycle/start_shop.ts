import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ApplicationService } from '@adonisjs/core/types'
import { projectRoot } from '#app/platform/project_root'
import { expectFreePort } from '#app/platform/lifecycle/expect_free_port'
import { isBuildFresh, stampBuild } from '#app/platform/lifecycle/build_stamp'
import { type Role, Supervisor } from '#app/platform/lifecycle/supervisor'

type Say = (line: string) => void

/** What must be given back at the end: the last step first. */
type Steps = (() => Promise<void>)[]

/**
 * Builds when the sources changed, starts PostgreSQL, prepares the database,
 * and supervises the processes until the application terminates. `giveUp` is
 * called when they keep dying. Throws when a step fails.
 */
export async function startShop(
  app: ApplicationService,
  roles: Role[],
  say: Say,
  giveUp: (reason: string) => void
) {
  const root = projectRoot(app.appRoot)
  const isCheckout = existsSync(join(root, 'adonisrc.ts'))
  const build = isCheckout ? join(root, 'build') : app.makePath()
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production' }
  const steps: Steps = []
  app.terminating(async () => {
    for (const step of steps.toReversed()) await step()
  })

  const answers = roles.some((role) => role.name === 'web')
  if (answers) await expectOurPort()
  if (isCheckout) await buildWhenStale(root, say)
  await keepPostgres(say, steps)
  await runNode(['ace.js', 'prepare'], build, env)

  const supervisor = new Supervisor({ cwd: build, env, onGiveUp: giveUp })
  steps.push(() => supervisor.stop())
  supervisor.start(roles)
  if (answers) await announce(say)
}

async function expectOurPort() {
  const { default: env } = await import('#start/env')
  await expectFreePort(env.get('HOST') ?? '0.0.0.0', env.get('PORT') ?? 3333)
}

async function buildWhenStale(root: string, say: Say) {
  if (isBuildFresh(root)) return
  if (!existsSync(join(root, 'node_modules/@adonisjs/assembler'))) return
  say('Building the shop (once, and after each change of its sources)…')
  await runNode(['ace', 'build'], root, { ...process.env, NODE_ENV: undefined }, { quiet: true })
  stampBuild(root)
}

async function keepPostgres(say: Say, steps: Steps) {
  const { embeddedPostgres, embeddedDatabase } = await import('#app/platform/database/address')
  if (!embeddedPostgres) return
  await embeddedPostgres.keep(embeddedDatabase, () =>
    say('PostgreSQL went away; starting it again')
  )
  steps.push(() => embeddedPostgres.release({ stop: true }))
}

/** Runs node to its end. Throws with what it printed last when it fails. */
function runNode(args: string[], cwd: string, env: NodeJS.ProcessEnv, { quiet = false } = {}) {
  return new Promise<void>((resolve, reject) => {
    const stdio = quiet ? 'pipe' : 'inherit'
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', stdio, stdio] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => (output = (output + chunk).slice(-4_000)))
    }
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`node ${args.join(' ')} failed (${code})${output && `\n${output}`}`))
    )
  })
}

async function announce(say: Say) {
  const { default: env } = await import('#start/env')
  const port = env.get('PORT') ?? 3333
  const url = `http://localhost:${port}`
  while (!(await isReady(`http://127.0.0.1:${port}/health/ready`))) await sleep(100)
  say(`The shop is open:  ${url}`)
  say(`Back office:       ${url}/admin`)
  say(`API reference:     ${url}/docs`)
  const { isHttps } = await import('#config/app')
  if (!isHttps)
    say('Plain http: cookies are readable on the way. APP_URL=https://… makes them Secure.')
}

async function isReady(url: string) {
  try {
    const response = await fetch(url)
    return response.ok
  } catch {
    // Nobody listens yet: asked again in a moment.
    return false
  }
}
