import encryption from '@adonisjs/core/services/encryption'
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { sql } from '#app/platform/database/sql'

export const ALGORITHM = 'EdDSA'

type KeyRow = { kid: string; publicJwk: JWK; privateJwk: string }
export type SigningKey = { kid: string; publicKey: CryptoKey; privateKey: CryptoKey }

const known = new Map<string, Promise<SigningKey>>()
let newest: Promise<SigningKey> | undefined

/** The key that signs new tokens. The first process that needs one makes it. */
export function currentSigningKey(): Promise<SigningKey> {
  newest ??= loadOrCreate()
  newest.catch(() => (newest = undefined))
  return newest
}

/** The key that a token names, or undefined: only keys of our own table are ever used. */
export async function verificationKey(kid: string): Promise<SigningKey | undefined> {
  const cached = known.get(kid)
  if (cached) return cached
  const [row] = await sql<KeyRow>(
    `select kid, public_jwk as "publicJwk", private_jwk as "privateJwk" from signing_keys
     where kid::text = $1 and retired_at is null`,
    [kid]
  )
  return row && remember(row)
}

async function loadOrCreate(): Promise<SigningKey> {
  const [row] = await sql<KeyRow>(
    `select kid, public_jwk as "publicJwk", private_jwk as "privateJwk" from signing_keys
     where retired_at is null order by created_at desc, kid limit 1`
  )
  return remember(row ?? (await create()))
}

async function create(): Promise<KeyRow> {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true })
  const publicJwk = await exportJWK(publicKey)
  const privateJwk = encryption.encrypt(await exportJWK(privateKey))
  const [{ kid }] = await sql<{ kid: string }>(
    'insert into signing_keys (public_jwk, private_jwk) values ($1, $2) returning kid',
    [JSON.stringify(publicJwk), privateJwk]
  )
  return { kid, publicJwk, privateJwk }
}

function remember(row: KeyRow): Promise<SigningKey> {
  const key = read(row)
  known.set(row.kid, key)
  return key
}

async function read({ kid, publicJwk, privateJwk }: KeyRow): Promise<SigningKey> {
  const secret = encryption.decrypt<JWK>(privateJwk)
  if (!secret) {
    throw new Error(
      'The signing keys were encrypted with another APP_KEY: restore it, or retire them.'
    )
  }
  return {
    kid,
    publicKey: (await importJWK(publicJwk, ALGORITHM)) as CryptoKey,
    privateKey: (await importJWK(secret, ALGORITHM)) as CryptoKey,
  }
}
