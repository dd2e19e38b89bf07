import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import env from '#start/env'
import { FakePlaces } from '#tests/fakes/places/fake_places'
import { runCommand } from '#tests/support/imports'
import { emptyProspector } from '#tests/support/prospector_runs'

const prospect = (...args: string[]) => runCommand('prospector:run', args)
const SETTINGS = [
  'GOOGLE_PLACES_API_KEY',
  'GOOGLE_PLACES_BASE_URL',
  'PLACES_MONTHLY_CEILING',
] as const

function unset(name: (typeof SETTINGS)[number]) {
  env.set(name, undefined as never)
  // The environment holds text only: it would tell `undefined` otherwise.
  delete process.env[name]
}

test.group('prospector:run', (group) => {
  let google: FakePlaces
  group.setup(async () => {
    google = await FakePlaces.start()
    await google.behave({})
    return () => google.stop()
  })
  group.each.setup(async () => {
    await emptyProspector()
    env.set('GOOGLE_PLACES_API_KEY', google.access.apiKey!)
    env.set('GOOGLE_PLACES_BASE_URL', `${google.url}/`)
    return async () => {
      for (const name of SETTINGS) unset(name)
      await emptyProspector()
    }
  })

  const questionsSince = async (before: number) => {
    const calls = await google.calls()
    const bodies = calls.slice(before).map(({ body }) => JSON.parse(body))
    return bodies as { textQuery: string; languageCode: string; pageToken?: string }[]
  }

  test('asks words that are on no list as they are, in every zone or in one', async ({
    assert,
  }) => {
    const { length } = await google.calls()
    env.set('PLACES_MONTHLY_CEILING', 0)
    const { exitCode, output } = await prospect('--query=  rectification   de culasse ')
    assert.equal(exitCode, 0, output)
    assert.include(output, 'Places answered no question: ceiling')
    const steps = await sql<{ query: string; zones: number }>(
      `select query, count(distinct zone)::int as zones from prospector_steps group by 1`
    )
    assert.deepEqual(steps, [{ query: 'rectification de culasse', zones: 24 }])
    assert.isEmpty(await questionsSince(length))

    unset('PLACES_MONTHLY_CEILING')
    const arabic = await prospect('--query=قطع غيار الشاحنات', '--zone=Sfax', '--limit=3')
    assert.equal(arabic.exitCode, 0, arabic.output)
    const asked = await questionsSince(length)
    assert.isAtMost(asked.length, 3, 'pages of one question')
    for (const { textQuery, languageCode } of asked) {
      assert.deepEqual([textQuery, languageCode], ['قطع غيار الشاحنات', 'ar'])
    }
  })

  test('knows a query of the list however it is spelt, and asks it once a month', async ({
    assert,
  }) => {
    await prospect('--query=GARAGE MECANIQUE', '--zone=TN-61')
    const [{ query }] = await sql<{ query: string }>('select query from prospector_steps')
    assert.equal(query, 'garage mécanique')
    const again = await prospect('--query=garage mécanique', '--zone=TN-61')
    assert.include(again.output, 'nothing to ask')
    assert.equal(again.exitCode, 0)
  })

  test('says which run it goes on with, and that flags do not count for it', async ({ assert }) => {
    await sql(
      `insert into prospector_runs (zone, query, most_asks) values ('TN-61', 'casse auto', 2)`
    )
    const { output } = await prospect('--zone=tunis', '--limit=1')
    assert.match(
      output,
      /going on with run \d+, which was left unfinished: TN-61, casse auto, limit 2/
    )
    assert.include(output, '--zone, --query and --limit do not count for it')
    const { output: plain } = await prospect('--limit=1')
    assert.notInclude(plain, 'going on with')
  })

  test('fails when Google refused every question, and says why', async ({ assert }) => {
    env.set('GOOGLE_PLACES_API_KEY', 'another-key')
    const { exitCode, output } = await prospect('--zone=sfax', '--limit=2')
    assert.equal(exitCode, 1)
    assert.include(output, 'Places answered no question: denied')
  })

  test('an address alone switches Places on; without both only websites are read', async ({
    assert,
  }) => {
    unset('GOOGLE_PLACES_API_KEY')
    const { length } = await google.calls()
    const { exitCode } = await prospect('--zone=sfax', '--limit=1')
    assert.equal(exitCode, 1, 'this one wants a key')
    assert.lengthOf(await questionsSince(length), 1)
    unset('GOOGLE_PLACES_BASE_URL')
    const { exitCode: read, output } = await prospect('--limit=1')
    assert.equal(read, 0)
    assert.include(output, 'Places is not asked')
  })

  test('{$i}: what makes no sense is refused in one line')
    .with([
      { flag: '--zone=atlantis', says: 'no governorate' },
      { flag: '--query= ', says: '--query takes words' },
      { flag: `--query=${'x'.repeat(201)}`, says: '--query takes words' },
      { flag: '--limit=0', says: '--limit is a whole number' },
      { flag: '--limit=1.5', says: '--limit is a whole number' },
    ])
    .run(async ({ assert }, { flag, says }) => {
      const { exitCode, output } = await prospect(flag)
      assert.equal(exitCode, 1)
      assert.include(output, says)
      assert.isEmpty(await sql('select 1 from prospector_runs'))
    })
})
