import { test } from '@japa/runner'
import { refillForm } from '#app/platform/views/refill_form'

const FORM = `<form method="POST" action="/a" id="a">
<input type="hidden" name="_csrf" value="fresh"><input type="hidden" name="version" value="9">
<input name="name" value="old &amp; gold" required><input type="password" name="pin" value="">
<textarea name="text">before</textarea>
<select name="kind"><option value="x" selected>X</option><option value="y">Y</option></select>
<input type="checkbox" name="on" value="1" checked><input type="checkbox" name="few[]" value="1"><input type="checkbox" name="few[]" value="2">
<input name="line[]" value=""><input name="line[]" value=""><input name="other" value="stays">
</form><select name="place" form="a"><option value="1">1</option><option value="2">2</option></select>`

const OTHERS = `<form action="/a"><input name="name" value="a search"></form>
<form method="POST" action="/b"><input name="name" value="mine"></form>`

const FILLED = `<form method="POST" action="/a" id="a">
<input type="hidden" name="_csrf" value="fresh"><input type="hidden" name="version" value="7">
<input name="name" value="&quot;&lt;b&gt;&quot; &amp; c" required=""><input type="password" name="pin" value="">
<textarea name="text">&lt;/textarea&gt;</textarea>
<select name="kind"><option value="x">X</option><option value="y" selected="">Y</option></select>
<input type="checkbox" name="on" value="1"><input type="checkbox" name="few[]" value="1"><input type="checkbox" name="few[]" value="2" checked="">
<input name="line[]" value="a"><input name="line[]" value="b"><input name="other" value="stays">
</form><select name="place" form="a"><option value="1">1</option><option value="2" selected="">2</option></select>`

const SENT: [string, string][] = [
  ['_csrf', 'stale'],
  ['version', '7'],
  ['name', '"<b>" & c'],
  ['pin', '1234'],
  ['text', '</textarea>'],
  ['kind', 'y'],
  ['few[]', '2'],
  ['line[]', 'a'],
  ['line[]', 'b'],
  ['place', '2'],
]

test.group('Filling a form in again', () => {
  const pairs = SENT

  test('as it was sent: texts, choices, hidden versions; no secret, and no other form', ({
    assert,
  }) => {
    const filled = refillForm(OTHERS + FORM, { action: '/a', pairs })
    assert.equal(filled, OTHERS + FILLED)
  })

  test('a page without it has none', ({ assert }) => {
    assert.isUndefined(refillForm(OTHERS, { action: '/a', pairs }))
  })
})
