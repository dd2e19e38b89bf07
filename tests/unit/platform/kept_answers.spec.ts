import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { type Answer, KeptAnswers } from '#app/platform/cache/kept_answers'

const answerOf = (bytes: number): Answer => ({ body: Buffer.alloc(bytes), etag: '"x"' })

test.group('Kept answers', () => {
  test('the one unused for longest goes first when they take too much', ({ assert }) => {
    const answers = new KeptAnswers(35_000)
    for (const key of ['a', 'b', 'c']) answers.set(key, '1', answerOf(10_000), 60)
    answers.get('a', '1')

    answers.set('d', '1', answerOf(10_000), 60)

    assert.deepEqual(
      ['a', 'b', 'c', 'd'].filter((key) => answers.get(key, '1')),
      ['a', 'c', 'd']
    )
  })

  test('compressed forms that were made later count', ({ assert }) => {
    const answers = new KeptAnswers(40_000)
    for (const key of ['a', 'b']) answers.set(key, '1', answerOf(10_000), 60)
    answers.get('b', '1')!.gzip = Buffer.alloc(20_000)
    answers.get('b', '1')

    answers.set('c', '1', answerOf(1_000), 60)

    assert.isUndefined(answers.get('a', '1'))
    assert.exists(answers.get('b', '1'))
  })

  test('an answer is forgotten when it is too old, or replaced', async ({ assert }) => {
    const answers = new KeptAnswers(40_000)
    answers.set('a', '1', answerOf(1), 0.02)
    answers.set('b', '1', answerOf(1), 0.02)
    answers.set('b', '1', answerOf(2), 60)
    await sleep(30)

    assert.isUndefined(answers.get('a', '1'))
    assert.lengthOf(answers.get('b', '1')!.body, 2)
  })

  test('an answer of another epoch is none, and takes no memory any more', ({ assert }) => {
    const answers = new KeptAnswers(35_000)
    answers.set('a', '1', answerOf(10_000), 60)
    for (let epoch = 1; epoch < 10; epoch++) {
      answers.set('b', String(epoch), answerOf(10_000), 60)
      assert.isUndefined(answers.get('b', String(epoch + 1)))
    }

    assert.exists(answers.get('a', '1'))
  })
})
