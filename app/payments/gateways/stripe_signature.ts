import { createHmac, timingSafeEqual } from 'node:crypto'

/** An older signature may have been overheard, and is sent again. */
const TOLERANCE_SECONDS = 300

/**
 * Whether `Stripe-Signature: t=…,v1=…` is of these very bytes, by this secret, and of now. While a
 * secret is being changed there are several `v1`.
 * @param now seconds since 1970
 */
export function isSignedByStripe(
  body: string,
  header: string,
  secret: string,
  now = Date.now() / 1000
): boolean {
  const parts = header.split(',').map((part) => part.trim().split('='))
  const time = Number(parts.find(([name]) => name === 't')?.[1])
  if (!(Math.abs(now - time) <= TOLERANCE_SECONDS)) return false
  const right = createHmac('sha256', secret).update(`${time}.${body}`).digest()
  return parts
    .filter(([name]) => name === 'v1')
    .map(([, signature = '']) => Buffer.from(signature, 'hex'))
    .some((given) => given.length === right.length && timingSafeEqual(given, right))
}
