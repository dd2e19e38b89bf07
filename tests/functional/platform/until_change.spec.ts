import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { refreshEpochs } from '#app/platform/cache/epoch_watch'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { loadedUntilChange, untilChange } from '#app/platform/cache/until_change'

const change = async (tag: string) => {
  await db.transaction((trx) => bumpEpochs([tag], trx))
  await refreshEpochs()
}

test.group('What is held until something changes', (group) => {
  group.setup(() => refreshEpochs())

  test('is made once, and again when one of its tags has changed', async ({ assert }) => {
    let made = 0
    const held = untilChange(['catalogue', 'words'], () => ++made)

    assert.deepEqual([held(), held()], [1, 1])
    await change('vehicles')
    assert.equal(held(), 1)
    await change('words')
    assert.deepEqual([held(), held()], [2, 2])
  })

  test('is loaded once for all who ask meanwhile', async ({ assert }) => {
    let loads = 0
    const held = loadedUntilChange(['catalogue'], async () => ++loads)

    assert.deepEqual(await Promise.all([held(), held(), held()]), [1, 1, 1])
    await change('catalogue')
    assert.equal(await held(), 2)
  })

  test('is loaded again after it could not be loaded', async ({ assert }) => {
    let loads = 0
    const held = loadedUntilChange(['catalogue'], async () => {
      loads += 1
      if (loads === 1) throw new Error('no connection')
      return loads
    })

    await assert.rejects(held, 'no connection')
    assert.equal(await held(), 2)
  })

  test('what was loaded before a change is not kept for after it', async ({ assert }) => {
    const loading: ((value: string) => void)[] = []
    const held = loadedUntilChange(
      ['catalogue'],
      () => new Promise<string>((done) => loading.push(done))
    )

    const before = held()
    await change('catalogue')
    const after = held()
    loading[1]('new')
    loading[0]('old')
    assert.deepEqual(await Promise.all([before, after, held()]), ['old', 'new', 'new'])
  })
})
