import { epochOf } from '#app/platform/cache/epoch_watch'

/** What `make` makes, made again by the first who asks after one of these tags has changed. */
export function untilChange<Value>(tags: string[], make: () => Value): () => Value {
  let held: { epochs: string; value: Value } | undefined
  return () => {
    const epochs = tags.map(epochOf).join('.')
    if (held?.epochs !== epochs) held = { epochs, value: make() }
    return held.value
  }
}

/**
 * What `load` reads, as of the newest committed change of these tags (seen within a second). All who ask wait for the
 * same reading; one that fails fails for them, and the next who asks reads again.
 */
export function loadedUntilChange<Value>(
  tags: string[],
  load: () => Promise<Value>
): () => Promise<Value> {
  const current = untilChange(tags, (): { value?: Promise<Value> } => ({}))
  return () => {
    const held = current()
    if (!held.value) {
      held.value = load()
      held.value.catch(() => (held.value = undefined))
    }
    return held.value
  }
}
