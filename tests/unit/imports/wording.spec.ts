import { globSync, readFileSync } from 'node:fs'
import i18nManager from '@adonisjs/i18n/services/main'
import { test } from '@japa/runner'
import { wordingOf } from '#app/imports/runs/import_wording'

/** Where rows and files of lists that staff upload are refused. */
const GIVING = ['app/imports/**/*.ts', 'app/orion/sales/*.ts', 'app/prospector/imports/*.ts']
/** What is said to whoever types a command, or carries a reason of another place. */
const ASIDE = /^--|cannot be imported|^is no mapping|^x x$|^x: x$|^does not look like a list of x /

const sourcesOf = (...patterns: string[]) =>
  patterns.flatMap((pattern) => globSync(pattern)).map((path) => readFileSync(path, 'utf8'))

/** The texts of refusals in a source, with a letter for what is filled in. */
const reasonsIn = (source: string) =>
  [
    ...source.matchAll(
      /(?:new (?:RowRejected|UnusableFile)\(|UnusableFile\.named\([\w.]+,)\s*(?:`([^`]*)`|'([^']*)')/g
    ),
  ]
    .map(
      ([, filled, plain]) =>
        filled
          ?.replaceAll(/\$\{like\([^`]*\)\}/g, '')
          .replaceAll(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, 'x') ?? plain
    )
    .filter((text) => !ASIDE.test(text))

test.group('Words of imports', () => {
  test('what was noticed on the way is told in the language of the page', ({ assert }) => {
    const french = wordingOf(i18nManager.locale('fr'))
    assert.match(french.reason('12 rows without SKU got one'), /^Sans référence interne.*: 12$/)
    assert.include(
      french.reason('a price in EUR was taken as dinars (3 ×, such as «12 €»)'),
      'Prix en EUR'
    )
    assert.equal(french.reason('something new'), 'something new')
  })

  test('every reason that is given is told in the language of the page', ({ assert }) => {
    const arabic = wordingOf(i18nManager.locale('ar'))
    const given = sourcesOf(...GIVING).flatMap(reasonsIn)
    assert.isAbove(given.length, 50)
    assert.deepEqual(
      given.filter((reason) => arabic.reason(reason) === reason),
      []
    )
  })

  test('the most fitting one is told, with what it is about', ({ assert }) => {
    const french = wordingOf(i18nManager.locale('fr'))
    const told = (reason: string) => french.reason(reason).replaceAll(/\s/g, ' ')
    assert.equal(
      told('make: «Renaul» is unknown; known are Renault'),
      'constructeur « Renaul » inconnu ; proches : Renault'
    )
    assert.equal(told('make: «Xyz» is unknown'), 'constructeur « Xyz » inconnu')
    assert.equal(
      told('model: Renault has no model «Cliio»; known are Clio III, Clio IV'),
      'Modèle : Renault n’a pas de modèle « Cliio » ; proches : Clio III, Clio IV'
    )
    assert.equal(told('year_to: 2010 is before 2012'), 'Année de fin : 2010 est avant 2012')
  })
})
