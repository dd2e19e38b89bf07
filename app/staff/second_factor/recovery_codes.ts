import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Secret } from 'otpauth'
import { sql } from '#app/platform/database/sql'
import { hashOf } from '#app/platform/auth/reset_token'

const CODES = 10
/** 80 bits each: nobody finds one from its hash. */
const BYTES = 10

/** Codes for whoever loses the telephone. They replace all former ones, and are readable only now. */
export async function renewRecoveryCodes(
  memberId: number,
  trx: TransactionClientContract
): Promise<string[]> {
  const codes = Array.from({ length: CODES }, () => new Secret({ size: BYTES }).base32)
  await forgetRecoveryCodes(memberId, trx)
  await sql(
    'insert into recovery_codes (staff_member_id, code_hash) select $1, unnest($2::text[])',
    [memberId, codes.map(hashOf)],
    trx
  )
  return codes.map((code) => inGroups(code))
}

/** Whether it was a code of this person that nobody had used; now it is used. */
export async function useRecoveryCode(memberId: number, code: string): Promise<boolean> {
  const used = await sql(
    `update recovery_codes set used_at = now()
     where code_hash = $1 and staff_member_id = $2 and used_at is null returning 1`,
    [hashOf(code), memberId]
  )
  return used.length > 0
}

export async function forgetRecoveryCodes(memberId: number, trx: TransactionClientContract) {
  await sql('delete from recovery_codes where staff_member_id = $1', [memberId], trx)
}

/** How many are left. */
export async function recoveryCodesLeft(memberId: number): Promise<number> {
  const [{ left }] = await sql<{ left: number }>(
    `select count(*)::int as left from recovery_codes where staff_member_id = $1 and used_at is null`,
    [memberId]
  )
  return left
}

/** Four letters at a time: `ABCD-EFGH-IJKL-MNOP`. */
export const inGroups = (text: string, by = '-'): string => text.match(/.{1,4}/g)?.join(by) ?? ''
