import { test } from '@japa/runner'
import { fieldNameMark, withFieldNames } from '#app/platform/views/with_field_names'

const line = (field: string) => `<li>${fieldNameMark(field)}Trop court.</li>`

test.group('Summaries of errors', () => {
  test('name a field by its label and lead to it, wherever it is in the page', ({ assert }) => {
    const page = (field: string) =>
      `${line(field)}
       <label for="phone">Téléphone</label><input class="input" id="phone" name="phone" value="a &quot;b&quot;">
       <label for="done-7">Document</label><input id="done-7" name="document">
       <label for="line-0">Qté</label><input id="line-0" name="lines[0][quantity]">
       <input id="q" name="q" aria-label="Pièce">
       <label for="kind">Type</label><select id="kind" name="kind"></select>`
    const named = (field: string) => withFieldNames(page(field)).split('\n')[0]
    assert.equal(
      named('phone'),
      '<li><a class="link" href="#phone">Téléphone — Trop court.</a></li>'
    )
    assert.include(named('kind'), 'href="#kind">Type — ')
    assert.include(named('document'), 'href="#done-7">Document — ')
    assert.include(named('lines.0.quantity'), 'href="#line-0">Qté — ')
    assert.include(named('q'), 'href="#q">Pièce — ')
  })

  test('what is wrong with no field of the page leads nowhere', ({ assert }) => {
    assert.equal(withFieldNames(`${line('-->')}<p>`), '<li>Trop court.</li><p>')
    assert.equal(withFieldNames('<p>nothing is wrong</p>'), '<p>nothing is wrong</p>')
  })
})
