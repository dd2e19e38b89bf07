import { test } from '@japa/runner'
import fc from 'fast-check'
import { documentTotals } from '#app/money/document_totals'
import { type Credited, type CreditWish, draftCreditNote } from '#app/invoicing/draft_credit_note'
import { draftInvoice } from '#app/invoicing/draft_invoice'
import type { Invoice } from '#app/invoicing/invoice'
import { repeats } from '#tests/depth'

const STAMP = 1_000

const bought = (sku: string, quantity: number, unitPrice: number, taxRate = 19, discount = 0) => ({
  ...{ productId: 1, sku, nameFr: sku, nameAr: null, quantity, unitPrice, taxRate, discount },
  lineTotal: quantity * unitPrice,
})

/** As it is read back. */
function issued(lines: ReturnType<typeof bought>[], shipping = 0): Invoice {
  const draft = draftInvoice({ lines, shipping }, STAMP)
  const numbered = draft.lines.map((line, at) => ({ ...line, position: at + 1 }))
  return {
    ...draft,
    ...{ id: 1, number: 'FAC-2026-000001', type: 'invoice', orderNumber: 'SAP-2026-000001' },
    ...{ ofNumber: null, issuedOn: '2026-11-30', reason: null, credited: 0, lines: numbered },
    buyer: { name: 'Amel', taxId: null, address: null },
    seller: { name: 'Shabou', taxId: '1234567R', address: 'Sfax', phone: null, register: null },
  }
}

/** What the database makes of credit notes. */
function creditedBy(notes: ReturnType<typeof draftCreditNote>[]): Credited {
  const rates = new Map<number, { taxRate: number; gross: number; tax: number }>()
  const pieces = new Map<number, number>()
  for (const { lines } of notes) {
    for (const { taxRate, gross, tax, ofPosition, quantity } of lines) {
      const before = rates.get(taxRate) ?? { taxRate, gross: 0, tax: 0 }
      rates.set(taxRate, { taxRate, gross: before.gross + gross, tax: before.tax + tax })
      if (ofPosition) pieces.set(ofPosition, (pieces.get(ofPosition) ?? 0) + quantity)
    }
  }
  const counted = [...pieces].map(([position, quantity]) => ({ position, quantity }))
  return { rates: [...rates.values()], pieces: counted }
}

test.group('Drafts of invoices', () => {
  test('the worked shelf prices come out to the millime, carriage and stamp beside', ({
    assert,
  }) => {
    const invoice = issued([bought('A', 1, 89_900), bought('B', 1, 129_000)], 8_000)
    assert.deepEqual(invoice.rates, [{ taxRate: 19, net: 190_672, tax: 36_228, gross: 226_900 }])
    assert.equal(invoice.total, 227_900)
    assert.deepEqual(
      invoice.lines.map(({ sku, gross }) => [sku, gross]),
      [
        ['A', 89_900],
        ['B', 129_000],
        ['LIVRAISON', 8_000],
      ]
    )
  })

  test('rates stand apart, and a discount is before tax', ({ assert }) => {
    const invoice = issued([bought('A', 2, 11_900, 19, 1_800), bought('B', 1, 10_700, 7)])
    assert.deepEqual(invoice.rates, [
      { taxRate: 19, net: 18_487, tax: 3_513, gross: 22_000 },
      { taxRate: 7, net: 10_000, tax: 700, gross: 10_700 },
    ])
  })

  test('an invoice comes to what its order does, and the stamp', ({ assert }) => {
    const line = fc.tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 900_000 }),
      fc.constantFrom(19, 13, 7, 0)
    )
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.nat(9_000),
        (given, shipping) => {
          const lines = given.map(([quantity, price, rate], at) =>
            bought(`S${at}`, quantity, price, rate)
          )
          const invoice = issued(lines, shipping)
          const carriage = { quantity: 1, unitPrice: shipping, taxRate: 19 }
          const order = documentTotals([...lines, carriage], { basis: 'gross' })
          assert.equal(invoice.total, order.total + STAMP)
          assert.equal(invoice.tax, order.tax)
        }
      ),
      { numRuns: repeats(300, 10_000) }
    )
  })
})

test.group('Drafts of credit notes', () => {
  test('pieces, then an amount, then the rest take back exactly what was invoiced', ({
    assert,
  }) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 1_000, max: 900_000 }),
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 1, max: 500 }),
        (quantity, price, discount, amount) => {
          const invoice = issued(
            [bought('A', quantity, price, 19, discount), bought('B', 1, price, 7)],
            7_000
          )
          const notes: ReturnType<typeof draftCreditNote>[] = []
          const credit = (wish: CreditWish) =>
            notes.push(draftCreditNote(invoice, creditedBy(notes), wish))
          credit({ lines: [{ sku: 'A', quantity: 1 }] })
          credit({ lines: [{ sku: 'A', quantity: quantity - 1 }] })
          credit({ amount })
          credit({})
          const sum = (of: 'net' | 'tax' | 'gross') =>
            notes.reduce((total, note) => total + note[of], 0)
          assert.deepEqual(
            [sum('net'), sum('tax'), sum('gross')],
            [invoice.net, invoice.tax, invoice.gross]
          )
          assert.throws(() => credit({ amount: 1 }))
        }
      ),
      { numRuns: repeats(300, 10_000) }
    )
  })

  test('nobody credits pieces that were not invoiced, twice, or more than is left', ({
    assert,
  }) => {
    const invoice = issued([bought('A', 2, 10_000)])
    const none = creditedBy([])
    const one = creditedBy([draftCreditNote(invoice, none, { lines: [{ sku: 'A', quantity: 1 }] })])
    const half = creditedBy([draftCreditNote(invoice, none, { amount: 10_001 })])
    for (const [before, wish] of [
      [none, { lines: [{ sku: 'X', quantity: 1 }] }],
      [
        none,
        {
          lines: [
            { sku: 'A', quantity: 2 },
            { sku: 'A', quantity: 1 },
          ],
        },
      ],
      [one, { lines: [{ sku: 'A', quantity: 2 }] }],
      [none, { amount: 20_001 }],
      [half, { lines: [{ sku: 'A', quantity: 1 }] }],
    ] as [Credited, CreditWish][]) {
      assert.throws(() => draftCreditNote(invoice, before, wish))
    }
  })
})
