import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from '@japa/runner/core'

/** Writes a file that goes when the test is over, and returns its path. */
export async function temporaryFile(
  test: TestContext['test'] | { cleanup(hook: () => Promise<void>): unknown },
  name: string,
  content: string | Uint8Array = ''
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shop-test-'))
  test.cleanup(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}
