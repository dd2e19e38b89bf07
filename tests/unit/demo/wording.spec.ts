import { test } from '@japa/runner'
import type { Need } from '#app/demo/assortment'
import { BRANDS } from '#app/demo/data/brands/all'
import { PART_TYPES } from '#app/demo/data/part_types/all'
import { VEHICLES } from '#app/demo/data/vehicles'
import type { Position } from '#app/demo/part_type'
import { descriptionOf, nameOf } from '#app/demo/wording'

const clio = VEHICLES.find(({ model, engine }) => model === 'Clio IV' && engine === '1.5 dCi')!

function need(code: string, position?: Position, round = 0): Need {
  return { type: PART_TYPES.find((type) => type.code === code)!, vehicle: clio, position, round }
}

test.group('Wording of demo products', () => {
  test('the position agrees with the part in French and in Arabic', ({ assert }) => {
    const cases: [string, Position, string, string][] = [
      ['front_wing', 'right', 'Aile avant droite', 'رفرف أمامي أيمن'],
      ['wing_mirror', 'left', 'Rétroviseur extérieur gauche', 'مرآة جانبية يسرى'],
      [
        'stabiliser_link',
        'rear',
        'Biellette de barre stabilisatrice arrière',
        'وصلة قضيب توازن خلفية',
      ],
      ['control_arm', 'front-right', 'Triangle de suspension avant droit', 'مثلث تعليق أمامي أيمن'],
      ['coolant_hose', 'upper', 'Durite de radiateur supérieure', 'خرطوم رادياتور علوي'],
      ['engine_mount', 'right', 'Support moteur droit', 'قاعدة محرك يمنى'],
    ]
    for (const [code, position, fr, ar] of cases) {
      const name = nameOf(need(code, position))
      assert.equal(name.fr, `${fr} Renault Clio IV 1.5 dCi ${clio.power} ch`)
      assert.equal(name.ar, `${ar} رينو كليو 4 1.5 dCi ${clio.power} حصان`)
    }
  })

  test('the second part for a car fits from a month within its years', ({ assert }) => {
    const { fr, ar } = nameOf(need('oil_filter', undefined, 3))
    assert.match(fr, /à partir de (0[1-9]|1[0-2])\/201[2-9]$/)
    assert.match(ar, /ابتداء من (0[1-9]|1[0-2])\/201[2-9]$/)
  })

  test('the description names the car, the promise and the car maker’s number', ({ assert }) => {
    const description = descriptionOf({
      need: need('front_brake_pads'),
      brand: BRANDS.find(({ slug }) => slug === 'trw')!,
      mpn: 'GDB1330',
      quality: 'oem',
      warrantyMonths: 6,
      oeNumber: '410602192R',
    })
    assert.equal(
      description.fr,
      `Jeu de 4 plaquettes de frein avant Renault Clio IV 1.5 dCi ${clio.power} ch, TRW référence GDB1330. ` +
        'Convient à Renault Clio IV 1.5 dCi (moteur K9K), de 2012 à 2019. ' +
        'Qualité équipementier, conforme à la première monte. Garantie 6 mois. ' +
        "Référence d'origine : 410602192R."
    )
    assert.include(description.ar, 'طقم بلاكات فرامل أمامية رينو كليو 4')
    assert.include(description.ar, 'ضمان 6 أشهر.')
  })
})
