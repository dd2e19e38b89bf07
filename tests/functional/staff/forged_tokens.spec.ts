import { createHmac, generateKeyPairSync, randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { exportJWK, exportSPKI, SignJWT } from 'jose'
import { ACCESS_TOKEN_TTL } from '#app/platform/auth/access_token'
import { ALGORITHM, currentSigningKey, verificationKey } from '#app/platform/auth/signing_keys'
import { sql } from '#app/platform/database/sql'
import { openApiLogin, loginsOfStaff } from '#app/staff/login/staff_logins'
import { createStaff } from '#tests/support/staff'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`
const ANYWHERE = { ip: '127.0.0.1', userAgent: null }

type Json = Record<string, unknown>

const encode = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url')
const decode = (part: string): Json => JSON.parse(Buffer.from(part, 'base64url').toString()) as Json

async function statusWith(token: string) {
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(`${BASE}/api/admin/products?limit=1`, { headers })
  await response.text()
  return response.status
}

test.group('Forged access tokens', (group) => {
  let head: Json
  let claims: Json
  let signature: string
  let memberId: number
  let refreshToken: string

  group.each.setup(async () => {
    const member = await createStaff()
    const login = await openApiLogin(member, ANYWHERE)
    const parts = login.accessToken.split('.')
    ;[head, claims, signature] = [decode(parts[0]), decode(parts[1]), parts[2]]
    memberId = member.id
    refreshToken = login.refreshToken
  })

  /** A token of the shop's own key, with these claims in place of its own. */
  async function signed(changed: Json, header: Json = {}) {
    const { privateKey } = await currentSigningKey()
    return new SignJWT({ ...claims, ...changed })
      .setProtectedHeader({ ...head, ...header } as { alg: string })
      .sign(privateKey)
  }

  test('a token that was signed as it should be is good', async ({ assert }) => {
    assert.equal(await statusWith(await signed({})), 200)
  })

  test('JWT-01: another algorithm, another key or no signature', async ({ assert }) => {
    const { publicKey } = (await verificationKey(String(head.kid)))!
    const spki = await exportSPKI(publicKey)
    const { x } = await exportJWK(publicKey)
    const body = encode(claims)
    const hmac = (secret: string | Buffer) => {
      const input = `${encode({ ...head, alg: 'HS256' })}.${body}`
      return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`
    }
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
    const stranger = generateKeyPairSync('ed25519').privateKey
    const by = (alg: string, key: typeof rsa) =>
      new SignJWT(claims).setProtectedHeader({ ...head, alg } as { alg: string }).sign(key)
    for (const token of [
      ...['none', 'None', 'nOnE'].map((alg) => `${encode({ ...head, alg })}.${body}.`),
      ...['none', 'NONE'].map((alg) => `${encode({ ...head, alg })}.${body}.${signature}`),
      ...[hmac(spki), hmac(Buffer.from(x!, 'base64url'))],
      ...[await by('RS256', rsa), await by('ES256', ec), await by('EdDSA', stranger)],
      ...[`${encode(head)}.${body}.`, `${encode(head)}.${body}`],
    ]) {
      assert.equal(await statusWith(token), 401, token)
    }
  })

  test('JWT-02: headers that name a key', async ({ assert }) => {
    const stranger = generateKeyPairSync('ed25519')
    const jwk = await exportJWK(stranger.publicKey)
    const headers: Json[] = [
      ...['../../dev/null', "' or 1=1--", 'http://127.0.0.1/key', '', 'x'.repeat(10_000)].map(
        (kid) => ({ kid })
      ),
      ...[{ kid: undefined }, { kid: randomUUID() }, { kid: 5 }],
      ...[{ jku: 'http://127.0.0.1/keys' }, { x5u: 'http://127.0.0.1/cert' }, { jwk }],
      ...[
        { crit: ['b64'], b64: false },
        { crit: ['x'], x: 1 },
      ],
    ]
    for (const header of headers) {
      const input = `${encode({ ...head, ...header })}.${encode(claims)}`
      assert.equal(await statusWith(`${input}.${signature}`), 401, JSON.stringify(header))
      const token = await new SignJWT(claims)
        .setProtectedHeader({ ...head, alg: ALGORITHM, jwk })
        .sign(stranger.privateKey)
      assert.equal(await statusWith(token), 401)
    }
  })

  test('JWT-03: claims that are not what they should be', async ({ assert }) => {
    const now = Math.floor(Date.now() / 1000)
    const wrong: Json[] = [
      ...[{ exp: now - 60 }, { nbf: now + 600 }, { iat: now + 600 }, { exp: undefined }],
      ...[{ exp: 'never' }, { iat: undefined }, { nbf: undefined }, { sub: undefined }],
      ...[{ iat: now - ACCESS_TOKEN_TTL - 60, exp: now + 10 * 365 * 86_400 }, { sid: undefined }],
      ...[{ iss: 'another' }, { aud: 'customers' }, { sid: randomUUID() }, { sub: '0' }],
      ...[{ sub: { $ne: null } }, { sid: ["' or 1=1--"] }, { sub: "1' or '1'='1" }],
    ]
    for (const claim of wrong) {
      assert.equal(await statusWith(await signed(claim)), 401, JSON.stringify(claim))
    }
    assert.equal(await statusWith(await signed({}, { typ: 'JWT' })), 401)
    assert.equal(await statusWith(refreshToken), 401)
    assert.equal(loginsOfStaff.audience, claims.aud)
    await sql('delete from staff_members where id = $1', [memberId])
    assert.equal(await statusWith(await signed({})), 401)
  })
})
