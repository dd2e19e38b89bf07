import { configProvider } from '@adonisjs/core'
import { formatters } from '@adonisjs/i18n'
import type { FormatterFactory } from '@adonisjs/i18n/types'

/** What means something in an ICU message; tags do not, here. */
const SYNTAX = /[{}']/

/** ICU messages. Most have nothing to fill in: they are as they stand, and a page has hundreds of them. */
export const messageFormatter = configProvider.create<FormatterFactory>(async (app) => {
  const icu = await formatters.icu().resolver(app)
  return (config) => {
    const formatter = icu(config)
    return {
      name: formatter.name,
      format: (message, ...rest) =>
        SYNTAX.test(message) ? formatter.format(message, ...rest) : message,
    }
  }
})
