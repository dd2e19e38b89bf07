import type { I18n } from '@adonisjs/i18n'
import type { AuditEntry } from '#app/platform/audit/entry'
import { actorInWords } from '#app/platform/audit/actor_in_words'
import { actorParts, actorSource } from '#app/platform/audit/authors'
import { auditedField } from '#app/platform/audit/reading'
import type { Locale } from '#app/platform/http/locale'
import type { Names } from '#app/platform/shell/shell'

/** What the ids in entries are called: of those who wrote, and of what fields point at. */
export class NamesOf {
  readonly #names = new Map<Names, Map<string, string>>()

  private constructor(private readonly i18n: I18n) {}

  /** Asks each source of names once, for all the ids that the entries need. */
  static async all(entries: AuditEntry[], i18n: I18n): Promise<NamesOf> {
    const names = new NamesOf(i18n)
    const wanted = new Map<Names, Set<string>>()
    const want = (source: Names | undefined, id: string) => {
      if (source) wanted.set(source, (wanted.get(source) ?? new Set()).add(id))
    }
    for (const { actor, entity, changes } of entries) {
      const { kind, id } = actorParts(actor)
      want(actorSource(kind)?.names, id)
      for (const { field, before, after } of changes) {
        for (const value of [before, after].filter(isId)) {
          want(auditedField(entity, field).names, String(value))
        }
      }
    }
    await Promise.all(
      [...wanted].map(async ([source, ids]) => {
        names.#names.set(source, await source([...ids], i18n.locale as Locale))
      })
    )
    return names
  }

  /** Somebody by name; what works by itself in words. */
  ofActor(actor: string): string {
    const { kind, id } = actorParts(actor)
    return this.#nameOf(actorSource(kind)?.names, id) ?? actorInWords(actor, this.i18n)
  }

  /** What a field points at, by name; nothing when the field is no pointer. */
  ofValue(entity: string, field: string, value: unknown): string | undefined {
    return isId(value) ? this.#nameOf(auditedField(entity, field).names, String(value)) : undefined
  }

  #nameOf(source: Names | undefined, id: string): string | undefined {
    return source && this.#names.get(source)?.get(id)
  }
}

const isId = (value: unknown) => typeof value === 'number' || typeof value === 'string'
