import fc from 'fast-check'
import { test } from '@japa/runner'
import { detectDecimals, NotANumber, parseUnits } from '#app/platform/tabular/decimals'

const point = (text: string | number) => parseUnits(text, 'point', 3)
const comma = (text: string) => parseUnits(text, 'comma', 3)

test.group('Decimal numbers', () => {
  test('{text} with a decimal {style} is {units} thousandths')
    .with([
      { text: '1 234,500', style: 'comma', units: 1_234_500 },
      { text: '1.234,5', style: 'comma', units: 1_234_500 },
      { text: '1,234', style: 'comma', units: 1_234 },
      { text: '1.234', style: 'comma', units: 1_234_000 },
      { text: '1,234', style: 'point', units: 1_234_000 },
      { text: '1.234', style: 'point', units: 1_234 },
      { text: '1,234.5', style: 'point', units: 1_234_500 },
      { text: "1'234'567.8", style: 'point', units: 1_234_567_800 },
      { text: '1\u202f234\u00a0567', style: 'point', units: 1_234_567_000 },
      { text: '89.900 DT', style: 'point', units: 89_900 },
      { text: 'TND 89.900', style: 'point', units: 89_900 },
      { text: '89,9 dinars', style: 'comma', units: 89_900 },
      { text: '12.5 د.ت', style: 'point', units: 12_500 },
      { text: '٨٩٫٩٠٠', style: 'point', units: 89_900 },
      { text: '٨٩٫٩٠٠', style: 'comma', units: 89_900 },
      { text: '۱٬۲۳۴', style: 'point', units: 1_234_000 },
      { text: '.5', style: 'point', units: 500 },
      { text: '7.', style: 'point', units: 7_000 },
      { text: '-2,5', style: 'comma', units: -2_500 },
      { text: '−0', style: 'point', units: 0 },
      { text: '12.3400', style: 'point', units: 12_340 },
    ] as const)
    .run(({ assert }, { text, style, units }) => assert.equal(parseUnits(text, style, 3), units))

  test('{$self} is no number')
    .with([
      '',
      'abc',
      '1.2.3',
      '1,23,4',
      '12,50',
      '1.2345',
      '1e9',
      '0x10',
      '--1',
      '1 2',
      'NaN',
      '1/2',
      '99999999999999999999',
    ])
    .run(({ assert }, text) => assert.throws(() => point(text), /./))

  test('what is no number says so for people', ({ assert }) => {
    assert.throws(() => point('12,50'), '«12,50» is not a number with a decimal point')
    assert.throws(() => comma('1,2345'), '«1,2345» has more than 3 decimals')
    assert.throws(() => parseUnits('1.5', 'point', 0), '«1.5» has more than 0 decimals')
    assert.instanceOf(new NotANumber(), Error)
  })

  test('stored numbers need no rule', ({ assert }) => {
    assert.equal(parseUnits(89.9, 'comma', 3), 89_900)
    assert.equal(point(1e-3), 1)
    assert.equal(point(123456789.125), 123_456_789_125)
    assert.throws(() => point(1 / 3), /more than 3 decimals/)
    assert.throws(() => point(Number.NaN), /is not a number/)
  })

  test('any amount of millimes survives being written with {$self}')
    .with(['point', 'comma'] as const)
    .run(({ assert }, style) => {
      fc.assert(
        fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.boolean(), (units, grouped) => {
          const [whole, fraction] = (Math.abs(units) / 1000).toFixed(3).split('.')
          const groups = grouped
            ? whole.replace(/\B(?=(\d{3})+$)/g, style === 'point' ? ',' : '.')
            : whole
          const text = `${units < 0 ? '-' : ''}${groups}${style === 'point' ? '.' : ','}${fraction}`
          assert.equal(parseUnits(text, style, 3), units)
        })
      )
    })

  test('the style of a column is told by its clearest cells', ({ assert }) => {
    assert.equal(detectDecimals(['1,234', '12.50']), 'point')
    assert.equal(detectDecimals(['1.234', '12,50']), 'comma')
    assert.equal(detectDecimals(['1.234,50', '7']), 'comma')
    assert.equal(detectDecimals(['1,234.50', '7']), 'point')
    assert.equal(detectDecimals(['1.234.567']), 'comma')
    assert.equal(detectDecimals(['0.500', '1,234']), 'point')
    assert.equal(detectDecimals(['1 234,5']), 'comma')
  })

  test('three decimals are the rule in dinars', ({ assert }) => {
    assert.equal(detectDecimals(['89,900', '12,500']), 'comma')
    assert.equal(detectDecimals(['89.900', '12.500']), 'point')
    assert.equal(detectDecimals(['12', 'abc', 7.5]), 'point')
  })
})
