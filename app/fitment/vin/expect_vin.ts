import { readVin, type VinFacts } from '#app/fitment/vin/vin'
import { Problem } from '#app/platform/http/problem'

/** What the VIN tells. Throws a 422 for anything that is no VIN; its check digit is not held against it. */
export function expectVin(vin: string): VinFacts {
  const facts = readVin(vin, new Date().getFullYear())
  if (facts) return facts
  throw new Problem({
    status: 422,
    code: 'invalid_vin',
    title: 'Some values are not valid',
    detail:
      'A VIN has 17 letters and digits, without I, O and Q. Check it on the registration card.',
    extra: {
      errors: [{ field: 'vin', rule: 'vin', message: 'A VIN has 17 letters and digits' }],
    },
  })
}
