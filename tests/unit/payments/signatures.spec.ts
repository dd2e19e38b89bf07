import { test } from '@japa/runner'
import { checkSum } from '#app/payments/gateways/paymee'
import { isSignedByStripe } from '#app/payments/gateways/stripe_signature'

const SECRET = 'whsec_test_secret'
const SIGNED_AT = 1_700_000_000
const BODY = '{"id":"evt_1","type":"payment_intent.succeeded"}'
/** By `openssl dgst -sha256 -hmac whsec_test_secret` of `1700000000.` and the body. */
const SIGNATURE = '22d8dc182f5c588077683bd378368e29765bfe5df2560112b4f28fef120f0e31'

test.group('Signatures of gateways', () => {
  test('Paymee sums up the token, the outcome and the key', ({ assert }) => {
    const token = 'dfe54df34b54df3a854f3a53fc85a'
    assert.equal(checkSum(token, true, 'TEST_API_KEY'), '581cdda11418b0d7f6fe14a6331f0c99')
    assert.notEqual(checkSum(token, false, 'TEST_API_KEY'), checkSum(token, true, 'TEST_API_KEY'))
  })

  test('Stripe signs the moment and the very bytes: {1} is {2}')
    .with([
      [`t=${SIGNED_AT},v1=${SIGNATURE}`, 'good', 0, BODY],
      [`t=${SIGNED_AT},v1=${'0'.repeat(64)},v1=${SIGNATURE}`, 'good', 299, BODY],
      [`t=${SIGNED_AT}, v0=old, v1=${SIGNATURE}`, 'good', -299, BODY],
      [`t=${SIGNED_AT},v1=${SIGNATURE}`, 'late', 301, BODY],
      [`t=${SIGNED_AT},v1=${SIGNATURE}`, 'early', -301, BODY],
      [`t=${SIGNED_AT + 1},v1=${SIGNATURE}`, 'of another moment', 0, BODY],
      [`t=${SIGNED_AT},v1=${SIGNATURE}`, 'of other bytes', 0, `${BODY} `],
      [`t=${SIGNED_AT},v0=${SIGNATURE}`, 'of a scheme of tests', 0, BODY],
      [`v1=${SIGNATURE}`, 'of no moment', 0, BODY],
      [`t=${SIGNED_AT},v1=${SIGNATURE.slice(2)}`, 'cut', 0, BODY],
      ['', 'none', 0, BODY],
    ] as const)
    .run(({ assert }, [header, is, later, body]) => {
      assert.equal(isSignedByStripe(body, header, SECRET, SIGNED_AT + later), is === 'good')
    })
})
