const HEARTBEAT_SECONDS = '10'

/** The broker's URL with a heartbeat, so that a broker that vanished is missed within seconds. */
export function brokerAddress(url: string): string {
  const address = new URL(url)
  if (!address.searchParams.has('heartbeat')) {
    address.searchParams.set('heartbeat', HEARTBEAT_SECONDS)
  }
  return address.href
}
