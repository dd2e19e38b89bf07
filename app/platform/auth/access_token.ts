import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { ALGORITHM, currentSigningKey, verificationKey } from '#app/platform/auth/signing_keys'

const ISSUER = 'shop'
const TYPE = 'at+jwt'
const MAX_LENGTH = 4_096

/** Seconds an access token is valid. */
export const ACCESS_TOKEN_TTL = 900

/** Who a token is for and which login it belongs to; never roles, which are re-read. */
export type Claims = { subject: string; sid: string }

/** @param audience who may accept the token, such as `staff`. */
export async function signAccessToken({ subject, sid }: Claims, audience: string): Promise<string> {
  const { kid, privateKey } = await currentSigningKey()
  return new SignJWT({ sid })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid })
    .setIssuer(ISSUER)
    .setAudience(audience)
    .setSubject(subject)
    .setIssuedAt()
    .setNotBefore('0s')
    .setExpirationTime(`${ACCESS_TOKEN_TTL}s`)
    .sign(privateKey)
}

/** The claims of a valid token, or undefined for anything else. */
export async function verifyAccessToken(
  token: string,
  audience: string
): Promise<Claims | undefined> {
  if (token.length > MAX_LENGTH) return undefined
  try {
    const { payload } = await jwtVerify(token, keyOf, {
      algorithms: [ALGORITHM],
      typ: TYPE,
      issuer: ISSUER,
      audience,
      clockTolerance: 30,
      maxTokenAge: ACCESS_TOKEN_TTL,
      requiredClaims: ['sub', 'sid', 'exp', 'iat', 'nbf'],
    })
    return claimsOf(payload)
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined
    throw error
  }
}

async function keyOf({ kid }: { kid?: string }) {
  const key = kid ? await verificationKey(kid) : undefined
  if (!key) throw new errors.JWKSNoMatchingKey()
  return key.publicKey
}

function claimsOf({ sub, sid }: JWTPayload): Claims | undefined {
  return typeof sub === 'string' && typeof sid === 'string' ? { subject: sub, sid } : undefined
}
