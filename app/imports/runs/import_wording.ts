import type { I18n } from '@adonisjs/i18n'
import i18nManager from '@adonisjs/i18n/services/main'

/**
 * What is wrong with a row or a file is written once, in English, where it is found: into staging tables,
 * result files and the API. Pages tell it in their language: the English texts of `imports.reasons` are
 * the templates by which it is recognised, and the key of the one that fits leads to the translation.
 */
export function wordingOf(i18n: I18n) {
  return {
    /** A reason in the language of the page; one that nobody has translated as it is. */
    reason(text: string): string {
      for (const [key, template] of templates()) {
        const found = template.exec(text)
        if (found) return i18n.t(key, { ...found.groups, column: column(found.groups?.column) })
      }
      return text
    },
    /** A column of the database as people call it; in `attributes.largeur` the attribute names itself. */
    fieldName: (field: string) => {
      const [name, ...own] = field.split('.')
      return own.join('.') || i18n.t(`imports.fields.${name}`, {}, name)
    },
  }

  function column(name = '') {
    return i18n.t(`imports.columns.${name}`, {}, name)
  }
}

const REASONS = 'imports.reasons.'
let recognised: [key: string, template: RegExp][] | undefined

function templates() {
  recognised ??= Object.entries(i18nManager.getTranslationsFor('en'))
    .filter(([key]) => key.startsWith(REASONS))
    .map(([key, text]) => [key, templateOf(text)])
  return recognised
}

/** `«{cell}» is negative` as an expression that finds the cell. */
function templateOf(text: string): RegExp {
  const parts = text.split(/\{(\w+)\}/)
  const source = parts.map((part, at) => (at % 2 ? `(?<${part}>.+?)` : literally(part)))
  return new RegExp(`^${source.join('')}$`, 's')
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
