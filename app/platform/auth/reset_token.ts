import { createHash, randomBytes } from 'node:crypto'

/** A secret for a link; only its hash is kept. */
export const newResetToken = () => randomBytes(32).toString('base64url')

export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
