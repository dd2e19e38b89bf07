import type { I18n } from '@adonisjs/i18n'
import { actorParts } from '#app/platform/audit/authors'

/** What works by itself in words, such as `Import n° 12`; a name, and what there are no words for, stays as it is. */
export function actorInWords(actor: string, i18n: I18n): string {
  const { kind, id } = actorParts(actor)
  const key = `audit.actor_${kind}`
  return i18n.hasMessage(key) ? i18n.t(key, { id }) : actor
}
