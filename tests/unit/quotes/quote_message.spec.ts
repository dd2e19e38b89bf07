import fc from 'fast-check'
import { test } from '@japa/runner'
import type { Quote } from '#app/quotes/quote'
import { whatsAppOfBuyer } from '#app/quotes/quote_message'
import { timeLeft } from '#app/quotes/time_left'

const line = fc.record({
  productId: fc.constant(1),
  sku: fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 64 })
    .map((sku) => sku.toWellFormed()),
  ...{ nameFr: fc.constant('Nom'), nameAr: fc.constant('اسم') },
  quantity: fc.integer({ min: 1, max: 999 }),
  unitPrice: fc.integer({ min: 1, max: 10_000_000 }),
  ...{ taxRate: fc.constant(19), discount: fc.constant(0) },
})

const quote: fc.Arbitrary<Quote> = fc.record({
  ...{
    id: fc.constant(1),
    number: fc.constant('D-2026-000123'),
    state: fc.constant('open' as const),
  },
  ...{ customerId: fc.constant(null), contact: fc.constant(null), promotions: fc.constant([]) },
  vehicle: fc.option(fc.constant('Renault Clio IV 1.5 dCi 90')),
  locale: fc.constantFrom('fr' as const, 'ar' as const, 'en' as const),
  lines: fc.array(line, { minLength: 1, maxLength: 50 }),
  total: fc.integer({ min: 1, max: 999_999_999 }),
  ...{ reason: fc.constant(null), orderNumber: fc.constant(null) },
  ...{ expiresAt: fc.constant(new Date()), createdAt: fc.constant(new Date()) },
})

test.group('The message about a quote', () => {
  test('fits into 2,000 characters, and says what is left out', ({ assert }) => {
    const property = fc.property(quote, (asked) => {
      const link = whatsAppOfBuyer(asked)
      assert.isBelow(link.length, 2_000)
      const lines = new URL(link).searchParams.get('text')!.split('\n')
      assert.include(lines[0], asked.number)
      assert.match(lines.at(-1)!, /\/quotes\/D-2026-000123\?token=/)
      const shown = lines.filter((text) => /^\d+ × /.test(text)).length
      const says = lines.some((text) => text.includes(String(asked.lines.length - shown)))
      assert.isTrue(shown === asked.lines.length || says || asked.lines.length - shown <= 2)
    })
    fc.assert(property, { numRuns: 200 })
  })

  test('the time that is left is never negative', ({ assert }) => {
    const now = new Date('2026-11-26T10:00:00Z')
    assert.equal(timeLeft(new Date('2026-11-26T11:25:59Z'), now), '1:25')
    assert.equal(timeLeft(new Date('2026-11-28T10:05:00Z'), now), '48:05')
    assert.equal(timeLeft(new Date('2026-11-26T09:00:00Z'), now), '0:00')
  })
})
