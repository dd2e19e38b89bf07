import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'

const READERS = ['app', 'start', 'config', 'bin', 'bench', 'tests', 'database', 'resources/views']
/** The framework asks for what it calls. */
const CALLED_BY_THE_FRAMEWORK = /\/commands\/loader\.ts$/
const EXPORTED =
  /^export (?:declare )?(?:async )?(?:abstract )?(?:type|interface|const|function\*?|class|enum) (\w+)/gm

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|edge)$/.test(name))
    .map((name) => join(folder, name))

/** Names that a file gives away and no other file mentions. */
function unusedExports(texts: Map<string, string>): string[] {
  const mentions = new Map<string, number>()
  for (const text of texts.values()) {
    for (const word of new Set(text.match(/\w+/g))) {
      mentions.set(word, (mentions.get(word) ?? 0) + 1)
    }
  }
  return [...texts].flatMap(([path, text]) =>
    path.startsWith('app/') && !CALLED_BY_THE_FRAMEWORK.test(path)
      ? [...text.matchAll(EXPORTED)]
          .filter(([, name]) => mentions.get(name) === 1)
          .map(([, name]) => `${path}: ${name}`)
      : []
  )
}

test.group('Exports', () => {
  test('whatever a file of the app exports, another file mentions', ({ assert }) => {
    const texts = READERS.flatMap(filesOf).map(
      (path) => [path, readFileSync(path, 'utf8')] as const
    )
    assert.isAbove(texts.length, 1000)
    assert.deepEqual(unusedExports(new Map(texts)), [])
  })

  test('a name that nobody else mentions is found', ({ assert }) => {
    const texts = [
      ['app/a.ts', 'export const known = 1\nexport type Lonely = number\nconst own = known'],
      ['start/b.ts', "import { known } from '#app/a'"],
    ] as const
    assert.deepEqual(unusedExports(new Map(texts)), ['app/a.ts: Lonely'])
  })
})
