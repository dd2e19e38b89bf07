/** An address as Cloudflare hides it: the first byte is what the others were xored with. */
export function decodeCloudflareEmail(code: string): string | undefined {
  const [key, ...bytes] = Buffer.from(code, 'hex')
  const [email] = String.fromCharCode(...bytes.slice(0, 320).map((byte) => byte ^ key)).split('?')
  const at = email.indexOf('@')
  return at > 0 && at < email.length - 1 && /^[\x21-\x7e]*$/.test(email) ? email : undefined
}
