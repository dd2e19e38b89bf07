import { test } from '@japa/runner'
import { readVin } from '#app/fitment/vin/vin'

test.group('Vehicle identification numbers', () => {
  test('the check digit is computed as in North America', ({ assert }) => {
    assert.isTrue(readVin('1M8GDM9AXKP042788', 2026)!.checkDigit.isRight)
    assert.isTrue(readVin('11111111111111111', 2026)!.checkDigit.isRight)
    assert.deepEqual(readVin('VF1BB1D0H12345678', 2026)!.checkDigit, {
      given: 'H',
      computed: '9',
      isRight: false,
    })
  })

  test('a year letter means every thirtieth year, the newest first', ({ assert }) => {
    assert.deepEqual(readVin('1M8GDM9AXKP042788', 2026)!.modelYears, [2019, 1989])
    assert.deepEqual(readVin('VF1BB1D0H02345678', 2026)!.modelYears, [])
  })

  test('spaces, dashes and small letters are forgiven; I, O and Q are not', ({ assert }) => {
    assert.equal(readVin('vf1 bb1d0h-12345678', 2026)!.vin, 'VF1BB1D0H12345678')
    for (const wrong of ['VF1BB1D0H1234567', 'VF1BB1D0H123456789', 'VFIBB1D0H12345678', '']) {
      assert.isUndefined(readVin(wrong, 2026))
    }
  })
})
