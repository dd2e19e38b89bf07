import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { type Answer, KeptAnswers } from '#app/platform/cache/kept_answers'

const answerOf = (bytes: number): Answer => ({ body: Buffer.alloc(bytes), etag: '"x"' })

test.group('Kept answers', () => {
  test('the one unused for longest goes first when they take too much', ({ assert }) => {
    const answers = new KeptAnswers(35_000)
    for (const key of ['a', 'b', 'c']) answers.set(key, answerOf(10_000), 60)
    answers.get('a')

    answers.set('d', answerOf(10_000), 60)

    assert.deepEqual(
      ['a', 'b', 'c', 'd'].filter((key) => answers.get(key)),
      ['a', 'c', 'd']
    )
  })

  test('compressed forms that were made later count', ({ assert }) => {
    const answers = new KeptAnswers(40_000)
    for (const key of ['a', 'b']) answers.set(key, answerOf(10_000), 60)
    answers.get('b')!.gzip = Buffer.alloc(20_000)
    answers.get('b')

    answers.set('c', answerOf(1_000), 60)

    assert.isUndefined(answers.get('a'))
    assert.exists(answers.get('b'))
  })

  test('an answer is forgotten when it is too old, or replaced', async ({ assert }) => {
    const answers = new KeptAnswers(40_000)
    answers.set('a', answerOf(1), 0.02)
    answers.set('b', answerOf(1), 0.02)
    answers.set('b', answerOf(2), 60)
    await sleep(30)

    assert.isUndefined(answers.get('a'))
    assert.lengthOf(answers.get('b')!.body, 2)
  })
})
