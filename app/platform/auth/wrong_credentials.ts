import { Problem } from '#app/platform/http/problem'

/** The same answer whether the address, the password or the account is at fault. */
export function wrongCredentials() {
  return new Problem({
    status: 401,
    code: 'wrong_credentials',
    title: 'Wrong address or password',
    detail: 'Check the address and the password, or ask for a reset mail.',
  })
}
