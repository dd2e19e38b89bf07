import { setTimeout as sleep } from 'node:timers/promises'

/** Asks every 50 ms until the answer is true. Throws after `seconds`, naming what was waited for. */
export async function waitUntil(
  what: string,
  condition: () => Promise<boolean> | boolean,
  seconds = 60
): Promise<void> {
  const deadline = Date.now() + seconds * 1000
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`waited ${seconds} s for ${what}`)
    await sleep(50)
  }
}
