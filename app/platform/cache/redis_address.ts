/** Where `REDIS_URL` points to, as the client wants it: an IPv6 host without brackets, names as they are meant. */
export function redisAddress(setting: string) {
  const url = new URL(setting)
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || 6379),
    username: decodeURIComponent(url.username) || undefined,
    password: decodeURIComponent(url.password) || undefined,
    db: Number(url.pathname.slice(1) || 0),
    tls: url.protocol === 'rediss:' ? {} : undefined,
  }
}
