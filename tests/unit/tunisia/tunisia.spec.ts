import { test } from '@japa/runner'
import { findDelegation, findGovernorate, GOVERNORATES } from '#app/tunisia/governorates'
import { foldPlace } from '#app/tunisia/fold_place'
import { shownPhone, tunisianPhone } from '#app/tunisia/phone'

test.group('Tunisia', () => {
  test('24 governorates, each with delegations that are told apart', ({ assert }) => {
    assert.lengthOf(GOVERNORATES, 24)
    assert.lengthOf(new Set(GOVERNORATES.map(({ code }) => code)), 24)
    for (const { nameFr, nameAr, delegations } of GOVERNORATES) {
      assert.match(nameAr, /^[\u0600-\u06FF ]+$/, nameFr)
      assert.isAtLeast(delegations.length, 5, nameFr)
      for (const name of ['nameFr', 'nameAr'] as const) {
        const folded = delegations.map((place) => foldPlace(place[name]))
        assert.lengthOf(new Set(folded), delegations.length, `${nameFr}: ${folded.join()}`)
      }
    }
  })

  test('every name finds its place, in French and in Arabic', ({ assert }) => {
    for (const governorate of GOVERNORATES) {
      assert.equal(findGovernorate(governorate.nameFr), governorate)
      assert.equal(findGovernorate(governorate.nameAr), governorate)
      for (const place of governorate.delegations) {
        assert.equal(findDelegation(governorate, place.nameFr), place)
        assert.equal(findDelegation(governorate, place.nameAr), place)
      }
    }
  })

  test('{input} is {code}')
    .with([
      { input: 'manouba', code: 'TN-14' },
      { input: 'LA  MANOUBA', code: 'TN-14' },
      { input: 'Gabes', code: 'TN-81' },
      { input: 'الكاف', code: 'TN-33' },
      { input: 'كاف', code: 'TN-33' },
      { input: 'tn-61', code: 'TN-61' },
      { input: 'اريانه', code: 'TN-12' },
      { input: 'Paris', code: undefined },
      { input: '', code: undefined },
      { input: ' - ', code: undefined },
    ])
    .run(({ assert }, { input, code }) => {
      assert.equal(findGovernorate(input)?.code, code)
    })

  test('phone {input} is {phone}')
    .with([
      { input: '20123456', phone: '+21620123456' },
      { input: '98 123 456', phone: '+21698123456' },
      { input: '0021648123456', phone: '+21648123456' },
      { input: '+216 55.123.456', phone: '+21655123456' },
      { input: '216 36400123', phone: '+21636400123' },
      { input: '71234567', phone: '+21671234567' },
      { input: '49123456', phone: undefined },
      { input: '1234', phone: undefined },
      { input: '+33612345678', phone: undefined },
      { input: 'appelez-moi', phone: undefined },
    ])
    .run(({ assert }, { input, phone }) => {
      assert.equal(tunisianPhone(input), phone)
    })

  test('phones are shown as people here write them', ({ assert }) => {
    assert.equal(shownPhone('+21620123456'), '20 123 456')
  })
})
