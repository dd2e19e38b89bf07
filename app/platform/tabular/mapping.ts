import { UnusableFile } from '#app/platform/tabular/unusable_file'

/** One of our columns and the headers that other people give it. */
export interface ColumnRule {
  column: string
  headers?: string[]
  /**
   * Headers with a part of their own (`Image 2`, `attr_color`), tried on the
   * header as written. Its first group becomes the `key` of the field.
   */
  pattern?: RegExp
}

/** Where the cells under a header go. */
export interface Field {
  column: string
  key?: string
}

/** `{ "their column": "our column" }`; an empty name of ours leaves their column out. */
export type GivenMapping = Record<string, string | null>

/**
 * Finds our column for a header: the given mapping first, then our own name,
 * then synonyms, then patterns. Accents, case and punctuation do not matter,
 * and what stands in brackets only when it is needed (`Weight (kg)`).
 */
export class HeaderMapping {
  #names = new Map<string, Field>()
  #patterns: { column: string; pattern: RegExp }[] = []
  #given = new Map<string, Field | null>()
  #found = new Map<string, Field | null>()

  /** Throws `UnusableFile` when the given mapping names a column that we do not have. */
  constructor(rules: ColumnRule[], given: GivenMapping = {}) {
    for (const { column, headers = [], pattern } of rules) {
      for (const name of [column, ...headers]) {
        const key = normaliseHeader(name)
        if (!this.#names.has(key)) this.#names.set(key, { column })
      }
      if (pattern) this.#patterns.push({ column, pattern })
    }
    for (const [theirs, ours] of Object.entries(given)) {
      this.#given.set(normaliseHeader(theirs), ours ? this.#ourColumn(ours, rules) : null)
    }
  }

  /** Undefined when the column is not ours. */
  fieldOf(header: string): Field | undefined {
    let field = this.#found.get(header)
    if (field === undefined) {
      field = this.#find(header)
      this.#found.set(header, field)
    }
    return field ?? undefined
  }

  #find(header: string): Field | null {
    const full = normaliseHeader(header)
    const given = this.#given.get(full)
    if (given !== undefined) return given
    const bare = normaliseHeader(header.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' '))
    return this.#names.get(full) ?? this.#names.get(bare) ?? this.#match(header) ?? null
  }

  #match(header: string): Field | undefined {
    for (const { column, pattern } of this.#patterns) {
      const found = pattern.exec(header)
      if (found) return { column, key: found[1] }
    }
  }

  #ourColumn(name: string, rules: ColumnRule[]): Field {
    const field = this.#names.get(normaliseHeader(name)) ?? this.#match(name)
    if (field) return field
    const ours = rules.map(({ column }) => column).join(', ')
    throw new UnusableFile(`the mapping names "${name}", which is not one of: ${ours}`)
  }
}

/** `Référence #` and `reference` are the same header, and so are `PartNumber` and `part number`. */
export function normaliseHeader(header: string): string {
  return header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
