import { test } from '@japa/runner'
import { problemOf } from '#app/platform/http/problem_of'

test.group('Problems', () => {
  test('a value that the database cannot hold is the mistake of who sent it', ({ assert }) => {
    for (const code of ['22003', '22007', '22008', '22021', '22P02', '22P05']) {
      const problem = problemOf(Object.assign(new Error('out of range'), { code }))
      assert.deepInclude(problem, { status: 422, code: 'impossible_value' })
    }
  })

  test('DB-05: a statement that was given up is told as such, and when to come back', ({
    assert,
  }) => {
    const problem = problemOf(Object.assign(new Error('statement timeout'), { code: '57014' }))
    assert.deepInclude(problem, { status: 503, code: 'too_slow' })
    assert.property(problem.headers, 'Retry-After')
  })

  test('a database that is away, full, busy or in a conflict is never a fault of the shop', ({
    assert,
  }) => {
    for (const code of [
      '40001',
      '40P01',
      '55P03',
      '57P01',
      '57P03',
      '53100',
      '53300',
      'ECONNRESET',
    ]) {
      const problem = problemOf(Object.assign(new Error('not now'), { code }))
      assert.equal(problem.status, 503, code)
      assert.property(problem.headers, 'Retry-After')
    }
  })

  test('a mistake in a statement is ours', ({ assert }) => {
    for (const code of ['22012', '42703', '42601']) {
      const problem = problemOf(Object.assign(new Error('no such column'), { code }))
      assert.deepInclude(problem, { status: 500, code: 'internal_error' })
    }
  })
})
