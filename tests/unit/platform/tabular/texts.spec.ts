import fc from 'fast-check'
import { test } from '@japa/runner'
import { cleanGuardedText, cleanText, guardFormula } from '#app/platform/tabular/clean_text'
import { joinList, splitList } from '#app/platform/tabular/lists'
import { HeaderMapping, normaliseHeader } from '#app/platform/tabular/mapping'
import { csvLine } from '#app/platform/tabular/write_csv'
import { XmlTokens } from '#app/platform/tabular/xml_tokens'

test.group('Texts of cells', () => {
  test('IMP-05: {$self} is no formula in an export, and the same again in an import')
    .with([
      '=1+1',
      '+33',
      '-cmd',
      '@SUM(A1)',
      '=HYPERLINK("http://x")',
      '＝1',
      '＋1',
      '－1',
      '＠x',
      "'=1",
      "''=1",
      '=',
      '+',
      '-',
      '@',
      "=cmd|' /C calc'!A0",
      '-1+1',
      '+1-1',
      '@@',
      '=\u00e9',
    ])
    .run(({ assert }, value) => {
      const exported = guardFormula(value)
      assert.match(exported, /^'/)
      assert.notMatch(csvLine([value]), /^"?[=+\-@＝＋－＠]/)
      assert.equal(cleanGuardedText(exported), value)
    })

  test('numbers and plain words are left alone', ({ assert }) => {
    for (const text of ['-5', '-5.250', 'Bosch', "l'huile", ''])
      assert.equal(guardFormula(text), text)
  })

  test('guarding and cleaning undo each other for any clean text', ({ assert }) => {
    const prefix = fc.constantFrom('', "'", "''", '=', '+', '-', '@', '＝')
    fc.assert(
      fc.property(prefix, fc.string({ unit: 'grapheme-ascii' }), (start, rest) => {
        const value = (start + rest).trim()
        assert.equal(cleanGuardedText(guardFormula(value)), value)
      })
    )
  })

  test('cleaning composes accents and drops what nobody sees', ({ assert }) => {
    assert.equal(cleanText(' \u200fE\u0301te\u0301\u200e\u0007 '), 'Été')
    assert.equal(cleanText('\ufeffسعر\u202c'), 'سعر')
    assert.equal(cleanText('lone \ud800'), 'lone \ufffd')
  })

  test('lists keep bars and backslashes of their items', ({ assert }) => {
    assert.deepEqual(splitList('a| b ||c'), ['a', 'b', 'c'])
    const item = fc
      .string()
      .map((text) => text.trim())
      .filter(Boolean)
    fc.assert(
      fc.property(fc.array(item), (items) => assert.deepEqual(splitList(joinList(items)), items))
    )
  })
})

test.group('Headers', () => {
  const rules = [
    { column: 'sku', headers: ['référence', 'code article'] },
    { column: 'weight_kg', headers: ['weight (kg)', 'weight'] },
    { column: 'weight_g', headers: ['weight (g)'] },
    { column: 'image', pattern: /^image (\d+)$/i },
    { column: 'attribute', pattern: /^attr_(.+)$/i },
  ]

  test('case, accents, stars and brackets do not matter', ({ assert }) => {
    assert.equal(normaliseHeader('Référence *#'), 'reference')
    assert.equal(normaliseHeader('partNumber'), 'part number')
    const mapping = new HeaderMapping(rules)
    assert.deepEqual(mapping.fieldOf('REFERENCE #'), { column: 'sku' })
    assert.deepEqual(mapping.fieldOf('Code-Article*'), { column: 'sku' })
    assert.deepEqual(mapping.fieldOf('Weight (g)'), { column: 'weight_g' })
    assert.deepEqual(mapping.fieldOf('Weight (lbs)'), { column: 'weight_kg' })
    assert.deepEqual(mapping.fieldOf('Image 2'), { column: 'image', key: '2' })
    assert.isUndefined(mapping.fieldOf('Colour'))
  })

  test('a given mapping comes first, and may leave columns out', ({ assert }) => {
    const mapping = new HeaderMapping(rules, {
      'Réf. interne': 'sku',
      'Weight': '',
      'Farbe': 'attr_colour',
    })
    assert.deepEqual(mapping.fieldOf('ref interne'), { column: 'sku' })
    assert.isUndefined(mapping.fieldOf('Weight'))
    assert.deepEqual(mapping.fieldOf('Farbe'), { column: 'attribute', key: 'colour' })
  })

  test('a mapping to a column that does not exist is refused', ({ assert }) => {
    assert.throws(
      () => new HeaderMapping(rules, { a: 'skuu' }),
      /names "skuu", which is not one of: sku, weight_kg/
    )
  })
})

test.group('XML', () => {
  const XML =
    '<?xml version="1.0"?><!DOCTYPE a><x:a n="1 > 0" m=\'"\'><!-- <no> --><b/>Caf&#233; &amp; th&#xE9; &lt;<![CDATA[<raw>]]></x:a>'

  const tell = (chunks: string[]) => {
    const told: string[] = []
    let text = ''
    const flush = () => text && told.push(`text ${text}`) && (text = '')
    const tokens = new XmlTokens({
      open: (name, attribute) =>
        void (flush(), told.push(`open ${name} ${attribute('n') ?? ''} ${attribute('m') ?? ''}`)),
      text: (part) => void (text += part),
      close: (name) => void (flush(), told.push(`close ${name}`)),
    })
    for (const chunk of chunks) tokens.push(chunk)
    return told
  }

  test('tags, attributes, entities and CDATA are told in their order', ({ assert }) => {
    assert.deepEqual(tell([XML]), [
      'open a 1 > 0 "',
      'open b  ',
      'close b',
      'text Café & thé <<raw>',
      'close a',
    ])
  })

  test('it does not matter where the chunks end', ({ assert }) => {
    for (let at = 0; at <= XML.length; at++) {
      assert.deepEqual(tell([XML.slice(0, at), XML.slice(at)]), tell([XML]), `cut at ${at}`)
    }
  })

  test('a tag without end is refused', ({ assert }) => {
    assert.throws(() => tell([`<a ${'x'.repeat(200_000)}`]), 'a tag does not end')
  })
})
