import { test } from '@japa/runner'
import { problemOf } from '#app/platform/http/problem_of'

test.group('Problems', () => {
  test('a value that the database cannot hold is the mistake of who sent it', ({ assert }) => {
    for (const code of ['22003', '22007', '22008', '22021', '22P02', '22P05']) {
      const problem = problemOf(Object.assign(new Error('out of range'), { code }))
      assert.deepInclude(problem, { status: 422, code: 'impossible_value' })
    }
  })

  test('a mistake in a statement is ours', ({ assert }) => {
    for (const code of ['22012', '42703', '42601']) {
      const problem = problemOf(Object.assign(new Error('no such column'), { code }))
      assert.deepInclude(problem, { status: 500, code: 'internal_error' })
    }
  })
})
