import encryption from '@adonisjs/core/services/encryption'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { sql } from '#app/platform/database/sql'

export const ALGORITHM = 'EdDSA'

type KeyRow = { kid: string; publicJwk: JWK; privateJwk: string }
type SigningKey = { kid: string; publicKey: CryptoKey; privateKey: CryptoKey }
type Known = { key: Promise<SigningKey | undefined>; until: number }

/** A key is read again after so long: that is how processes hear of a rotation. */
const REMEMBERED_MS = 30_000
/** A key that signs no longer is good until every token that it signed has ended (15 minutes). */
const RETIREMENT_MINUTES = 20

const known = new Map<string, Known>()
const NEWEST = 'newest'

/** The key that signs new tokens. The first process that needs one makes it. */
export async function currentSigningKey(): Promise<SigningKey> {
  const key = await remembered(NEWEST, async () => read((await newestRow()) ?? (await create())))
  return key!
}

/** The key that a token names, or undefined: only keys of our own table are ever used. */
export function verificationKey(kid: string): Promise<SigningKey | undefined> {
  return remembered(kid, async () => {
    const [row] = await sql<KeyRow>(
      `select kid, public_jwk as "publicJwk", private_jwk as "privateJwk" from signing_keys
       where kid::text = $1 and (retired_at is null or retired_at > now())`,
      [kid]
    )
    return row && read(row)
  })
}

/**
 * Makes a new key. What the former ones signed stays good; every process signs with the new one
 * within half a minute. Returns its id.
 */
export async function rotateSigningKeys(): Promise<string> {
  const { kid } = await db.transaction(async (trx) => {
    await sql(
      `update signing_keys set retired_at = now() + interval '${RETIREMENT_MINUTES} minutes'
       where retired_at is null`,
      [],
      trx
    )
    return create(trx)
  })
  known.delete(NEWEST)
  return kid
}

/** What is asked of the table once in a while. Keys that are not there are not remembered: they may come. */
async function remembered(name: string, load: () => Promise<SigningKey | undefined>) {
  const entry = known.get(name)
  if (entry && entry.until > performance.now()) return entry.key
  const key = load()
  known.set(name, { key, until: performance.now() + REMEMBERED_MS })
  const forget = () => known.delete(name)
  key.then((found) => found ?? forget(), forget)
  return key
}

async function newestRow(): Promise<KeyRow | undefined> {
  const [row] = await sql<KeyRow>(
    `select kid, public_jwk as "publicJwk", private_jwk as "privateJwk" from signing_keys
     where retired_at is null order by created_at desc, kid limit 1`
  )
  return row
}

async function create(trx?: TransactionClientContract): Promise<KeyRow> {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true })
  const publicJwk = await exportJWK(publicKey)
  const privateJwk = encryption.encrypt(await exportJWK(privateKey))
  const [{ kid }] = await sql<{ kid: string }>(
    'insert into signing_keys (public_jwk, private_jwk) values ($1, $2) returning kid',
    [JSON.stringify(publicJwk), privateJwk],
    trx
  )
  return { kid, publicJwk, privateJwk }
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
