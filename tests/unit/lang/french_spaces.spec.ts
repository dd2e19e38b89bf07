import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'

/** What stands before a mark, or after one that opens, and is not the space that French puts there. */
const WRONG = [
  { what: 'a narrow no-break space before ; ! ?', found: /[\s](?<!\u202F)[;!?]/g },
  { what: 'a no-break space before : »', found: /[\s](?<!\u00A0)[:»]/g },
  { what: 'a no-break space after «', found: /«(?!\u00A0)./g },
  { what: 'no mark right behind a word', found: /\p{L}[;!?»]/gu },
]

test.group('French texts', () => {
  for (const { what, found } of WRONG) {
    test(`have ${what}`, ({ assert }) => {
      const folder = app.makePath('resources/lang/fr')
      const wrong = readdirSync(folder).flatMap((name) => {
        const text = readFileSync(join(folder, name), 'utf8')
        return [...text.matchAll(found)].map(
          ({ index }) => `${name}: …${text.slice(Math.max(0, index - 20), index + 10)}…`
        )
      })
      assert.deepEqual(wrong, [])
    })
  }
})
