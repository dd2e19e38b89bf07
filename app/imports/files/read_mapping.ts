import { readFile, stat } from 'node:fs/promises'
import type { GivenMapping } from '#app/platform/tabular/mapping'
import { UnusableFile } from '#app/platform/tabular/unusable_file'

/** Reads `{ "their column": "our column" }`. Throws `UnusableFile` when the file holds something else. */
export async function readMapping(path: string): Promise<GivenMapping> {
  const status = await stat(path)
  if (status.isDirectory()) throw UnusableFile.directory(path)
  const text = await readFile(path, 'utf8')
  try {
    const mapping: unknown = JSON.parse(text)
    if (isMapping(mapping)) return mapping
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw UnusableFile.named(path, 'is no mapping: write {"their column": "our column"}')
}

function isMapping(value: unknown): value is GivenMapping {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.values(value).every((column) => column === null || typeof column === 'string')
}
