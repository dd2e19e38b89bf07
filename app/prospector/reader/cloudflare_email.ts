/** An address as Cloudflare hides it: the first byte is what the others were xored with. */
export function decodeCloudflareEmail(code: string): string | undefined {
  const [key, ...bytes] = Buffer.from(code, 'hex')
  const email = String.fromCharCode(...bytes.slice(0, 320).map((byte) => byte ^ key))
  return /^[\x21-\x7e]+@[\x21-\x7e]+$/.test(email.split('?')[0]) ? email.split('?')[0] : undefined
}
