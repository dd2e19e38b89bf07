import env from '#start/env'
import { RelayToBroker } from '#app/platform/events/broker/relay_to_broker'
import { LeaderLoop } from '#app/platform/events/leader_loop'
import { relayToListeners } from '#app/platform/events/relay_to_listeners'
// Every listener must be known wherever events are relayed: to the others they would be lost.
import '#start/jobs'

/**
 * Relays the outbox until `stop` is called: to the jobs of listeners and, with RABBITMQ_URL, to the
 * broker. Each way has its own leader, so a broker that is down holds up nobody.
 */
export function startRelay(brokerUrl = env.get('RABBITMQ_URL')): { stop(): Promise<void> } {
  const listeners = new LeaderLoop('relay', relayToListeners).start()
  const broker = brokerUrl ? new RelayToBroker(brokerUrl) : undefined
  const sending = broker && new LeaderLoop('broker relay', (own) => broker.turn(own)).start()

  return {
    async stop() {
      await Promise.all([listeners.stop(), sending?.stop()])
      broker?.stop()
    },
  }
}
