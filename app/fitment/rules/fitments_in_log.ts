import type { I18n } from '@adonisjs/i18n'
import type { AddedFitments } from '#app/fitment/rules/record_fitments'

/** Fitments as a history tells them: what staff said in words, what an import added in numbers. */
export function fitmentsInLog(value: unknown, i18n: I18n): string {
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.join(' · ')
  const { vehicles = [], rules = [] } = value as AddedFitments
  return [
    vehicles.length && i18n.t('fitments.log_vehicles', { count: vehicles.length }),
    rules.length && i18n.t('fitments.log_rules', { count: rules.length }),
  ]
    .filter(Boolean)
    .join(' · ')
}
