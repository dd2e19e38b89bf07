import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class EventsReplay extends BaseCommand {
  static commandName = 'events:replay'
  static description = 'Give events that failed, or that nobody wanted, another chance'
  static options: CommandOptions = { startApp: true }

  @flags.string({ description: 'Only what this listener failed at (default: every listener)' })
  declare listener?: string

  @flags.string({ description: 'With --listener: tell it all its events since this date, again' })
  declare since?: string

  @flags.string({ description: 'Messages in the dead queue of this queue of the broker' })
  declare queue?: string

  @flags.boolean({ description: 'Events that no queue of the broker was bound to' })
  declare unroutable?: boolean

  async run() {
    try {
      this.logger.success(`${await this.#replay()} events replayed`)
    } catch (error) {
      this.exitCode = 1
      this.logger.error(error instanceof Error ? error.message : String(error))
    }
  }

  async #replay(): Promise<number> {
    if (this.queue) return this.#replayQueue(this.queue)
    const { listenerNamed, ...replay } = await import('#app/platform/events/replay')
    if (this.unroutable) return replay.replayUnroutable()
    if (!this.listener && this.since) throw new Error('--since needs --listener: name who is told')
    if (!this.listener) return replay.replayDeadLetters()

    const listener = listenerNamed(this.listener)
    if (!this.since) return replay.replayDeadLetters([listener])
    const since = new Date(this.since)
    if (Number.isNaN(since.getTime())) throw new Error('--since takes a date such as 2026-01-31')
    return replay.replaySince(listener, since)
  }

  async #replayQueue(queue: string) {
    const { default: env } = await import('#start/env')
    const url = env.get('RABBITMQ_URL')
    if (!url) throw new Error('--queue needs RABBITMQ_URL: set it to the address of the broker')
    const { replayDeadQueue } = await import('#app/platform/events/broker/replay_dead_queue')
    return replayDeadQueue(url, queue)
  }
}
