import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'

/** A feature imports only from lower floors, never from a sibling (docs/architecture.md). */
const FLOORS: string[][] = [
  ['platform'],
  ['money', 'tunisia', 'staff', 'references'],
  ['catalogue', 'shipping'],
  ['fitment', 'pricing', 'inventory'],
  ['customers', 'purchasing', 'search'],
  ['imports', 'cart'],
  ['orders'],
  ['payments'],
  ['checkout', 'fulfilment', 'invoicing'],
  ['quotes', 'edits', 'kits'],
  ['reviews', 'recommendations', 'prospector', 'orion'],
  ['reports'],
  ['admin', 'storefront', 'demo'],
]

/** Exceptions that have a reason. */
const ALLOWED = new Set([
  // The shell opens the shop: it fills an empty database with the demo.
  'admin → demo',
  // Money is arithmetic that everybody on its floor may use.
  'staff → money',
  'references → money',
])

const floorOf = (feature: string) => FLOORS.findIndex((floor) => floor.includes(feature))

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
}

test.group('The house', () => {
  const root = app.makePath('app')

  test('every feature stands on a floor', ({ assert }) => {
    const unknown = readdirSync(root).filter((feature) => floorOf(feature) < 0)
    assert.deepEqual(unknown, [])
  })

  test('features import only from lower floors', ({ assert }) => {
    const climbing = sources(root).flatMap((file) => {
      const from = file.slice(root.length + 1).split('/')[0]
      const imports = readFileSync(file, 'utf8').matchAll(/['"]#app\/(\w+)\//g)
      return [...imports]
        .map(([, to]) => to)
        .filter((to) => to !== from && floorOf(to) >= floorOf(from))
        .filter((to) => !ALLOWED.has(`${from} → ${to}`))
        .map((to) => `${file.slice(root.length + 1)} imports ${to}`)
    })
    assert.deepEqual([...new Set(climbing)], [])
  })

  test('the platform knows no business word', ({ assert }) => {
    const words = /\b(product|brand|catalogue|supplier|vehicle)s?\b/i
    const talking = sources(join(root, 'platform')).filter((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .some((line) => !/^\s*(\/\/|\*|\/\*)/.test(line) && words.test(line))
    )
    assert.deepEqual(
      talking.map((file) => file.slice(root.length + 1)),
      []
    )
  })

  test('files say what they hold', ({ assert }) => {
    const vague = sources(root).filter((file) =>
      /(service|manager|helper|utils?)s?\.ts$/.test(file)
    )
    assert.deepEqual(vague, [])
  })
})
