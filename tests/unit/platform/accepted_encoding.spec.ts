import { test } from '@japa/runner'
import { acceptedEncoding } from '#app/platform/cache/accepted_encoding'

test.group('Accepted encodings', () => {
  const cases: [header: string, encoding: string][] = [
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['BR;Q=0, GZIP', 'gzip'],
    ['gzip;q=1, br;q=0.5', 'gzip'],
    ['gzip;q=0, br;q=0', 'identity'],
    ['identity', 'identity'],
    ['identity;q=1, gzip;q=0.5', 'identity'],
    ['gzip;q=0.5, identity;q=0', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['br ; q=0.0 , gzip ; q=0.001', 'gzip'],
    ['*;q=0', 'identity'],
    ['x-br, brotli', 'identity'],
    ['gzip;q=much', 'identity'],
    [',;,', 'identity'],
  ]
  for (const [header, encoding] of cases) {
    test(`"${header}" is answered as ${encoding}`, ({ assert }) => {
      assert.equal(acceptedEncoding(header), encoding)
      assert.equal(acceptedEncoding(header), encoding)
    })
  }

  test('headers without end are still read', ({ assert }) => {
    for (let n = 0; n < 300; n++) assert.equal(acceptedEncoding(`x${n}, gzip`), 'gzip')
  })
})
