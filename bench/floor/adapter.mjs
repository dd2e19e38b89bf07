/**
 * The floor under our facets while search by words is not built: the facets of `limit`, counted for
 * a category in place of words, by the same raw server and the same kind of statement.
 */
import { fileURLToPath } from 'node:url'
import { categoryFor } from './category_for.mjs'

const ORIGIN = 'http://127.0.0.1:59201'

export default {
  name: 'floor',
  start: {
    cmd: ['node', fileURLToPath(new URL('server.mjs', import.meta.url))],
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { PORT: '59201' },
    health: `${ORIGIN}/?category=none`,
  },
  facets: (words) => ({ url: `${ORIGIN}/?category=${categoryFor(words)}` }),
}
