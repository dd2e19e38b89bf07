import hash from '@adonisjs/core/services/hash'
import { Problem } from '#app/platform/http/problem'

/** Whose password it is to be: what is known of somebody is guessed first. */
type Owner = { email: string; fullName: string }

/** ASVS 5, 6.2.1; longer ones are refused before anything is computed from them. */
export const SHORTEST_PASSWORD = 8
export const LONGEST_PASSWORD = 128

/** Words of this shop and this country that no list of passwords has. */
const LOCAL_WORDS = ['shabou', 'pieces', 'auto', 'tunisie', 'tunis', 'esperance', 'clubafricain']
/** Fewer guesses than a million, by zxcvbn's estimate, are none too many. */
const WEAKEST_SCORE = 2
/** Estimating takes longer the longer the password; what is this long is strong by its beginning. */
const MOST_ESTIMATED = 64

/** What is kept of a password. It takes a core for a tenth of a second: not while a transaction is open. */
export const hashPassword = (password: string): Promise<string> =>
  hash.make(canonicalPassword(password))

/** Whether that is the password of the account; takes as long when there is no account, or no password yet. */
export async function isPasswordOf(account: { password: string | null } | null, password: string) {
  if (account?.password) return hash.verify(account.password, canonicalPassword(password))
  await hashPassword(password)
  return false
}

/** The same text whether or not a keyboard composes accents (NIST SP 800-63B-4, 3.1.1.2). */
const canonicalPassword = (password: string): string => password.normalize('NFC')

/**
 * Refuses what is found in lists of passwords, follows a pattern, or is made of the owner's name. There
 * are no rules about kinds of letters. Throws a 422 that says what to do.
 */
export async function expectUnguessable(password: string, owner: Owner) {
  if (await isGuessable(password, owner)) throw guessable()
}

/** Whether a password is guessed before a million others are tried. */
export async function isGuessable(password: string, { email, fullName }: Owner): Promise<boolean> {
  const estimator = await estimatorOf()
  const known = [...LOCAL_WORDS, ...email.split(/\W+/), ...fullName.split(/\s+/)]
  const { score } = estimator.check(password.slice(0, MOST_ESTIMATED), known)
  return score < WEAKEST_SCORE
}

let estimator: ReturnType<typeof loadEstimator> | undefined

/** Loaded when somebody chooses a password for the first time: the lists take 10 MB. */
const estimatorOf = () => (estimator ??= loadEstimator())

async function loadEstimator() {
  const { ZxcvbnFactory } = await import('@zxcvbn-ts/core')
  const { adjacencyGraphs: graphs, dictionary } = await import('@zxcvbn-ts/language-common')
  return new ZxcvbnFactory({ dictionary, graphs })
}

const guessable = () =>
  new Problem({
    status: 422,
    code: 'guessable_password',
    title: 'This password is easy to guess',
    detail: 'Choose another one, such as four words that have nothing to do with each other.',
  })
