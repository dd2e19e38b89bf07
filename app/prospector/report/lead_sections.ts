import type { I18n } from '@adonisjs/i18n'
import type { Locale } from '#app/platform/http/locale'
import type { ReportBlock, ReportSection, ReportWeek } from '#app/platform/shell/shell'
import { wholeNumber } from '#app/platform/views/numbers'
import {
  bestLeadsQuery,
  foundLeadsQuery,
  movesQuery,
  QUALIFIED,
  zonesQuery,
} from '#app/prospector/report/week_of_leads_query'
import { costBetween } from '#app/prospector/runs/cost'
import { delegationName, governorateName } from '#app/tunisia/place_names'

/** Qualified leads that a week should bring. */
const GOAL = 20
const ZONES = 12
const BEST = 10
/** Reasons that are named beside a lead: those that weigh most. */
const REASONS = 3

const section = (
  key: string,
  compose: (week: ReportWeek, i18n: I18n) => Promise<ReportBlock | undefined>
): ReportSection => ({ key, report: 'prospector', ability: 'leads:read', compose })

/** What the week brought against what it should. */
const goalSection = section('leads_goal', async (week, i18n) => {
  const { found, qualified, qualifiedBefore } = await foundLeadsQuery(week)
  const t = (key: string, data?: Record<string, unknown>) => i18n.t(`leads.report_${key}`, data)
  return {
    title: t('goal_title'),
    text: t('goal_text', { count: qualified, goal: GOAL, score: QUALIFIED }),
    figures: [
      {
        label: t('qualified'),
        value: `${qualified} / ${GOAL}`,
        change: changeOf(qualified, qualifiedBefore),
      },
      { label: t('found'), value: wholeNumber(found) },
    ],
  }
})

const changeOf = (now: number, before: number) => (before > 0 ? (now - before) / before : null)

/** Whom to call first, and why. */
const bestSection = section('leads_best', async (_, i18n) => {
  const best = await bestLeadsQuery(BEST)
  if (best.length === 0) return undefined
  const t = (key: string, data?: Record<string, unknown>) => i18n.t(`leads.${key}`, data)
  const reasons = (terms: { k: string; v: number }[]) =>
    [...terms]
      .sort((a, b) => b.v - a.v)
      .slice(0, REASONS)
      .map(({ k, v }) => `${t(`term_${k.replace('.', '_')}`)} ${v > 0 ? '+' : ''}${v}`)
      .join(' · ')
  return {
    title: t('report_best_title'),
    text: t('report_best_text'),
    table: {
      columns: [
        { label: t('business') },
        { label: t('report_why') },
        { label: t('score'), isNumber: true },
      ],
      rows: best.map(({ id, name, locality, governorate, score, terms }) => [
        {
          ...{
            text: name ?? t('nameless', { id }),
            detail: delegationName(locality, governorate, i18n.locale as Locale) || undefined,
          },
          href: `/admin/leads/${id}`,
        },
        { text: reasons(terms) },
        { text: String(score) },
      ]),
    },
  }
})

/** Where the new ones are, and what they do. */
const zonesSection = section('leads_zones', async (week, i18n) => {
  const zones = await zonesQuery(week, ZONES)
  if (zones.length === 0) return undefined
  const t = (key: string, data?: Record<string, unknown>) => i18n.t(`leads.${key}`, data)
  const left = zones[0].total - zones.length
  return {
    title: t('report_zones_title'),
    text: t('report_zones_text') + (left > 0 ? ` ${t('report_zones_left', { count: left })}` : ''),
    table: {
      columns: [
        ...[{ label: t('governorate') }, { label: t('segment') }],
        ...[
          { label: t('report_found'), isNumber: true },
          { label: t('report_qualified'), isNumber: true },
        ],
      ],
      rows: zones.map(({ governorate, segment, found, qualified }) => [
        { text: nameOf(governorate, i18n) },
        { text: segment ? t(`segment_${segment}`) : '—' },
        { text: wholeNumber(found) },
        { text: wholeNumber(qualified) },
      ]),
    },
  }
})

function nameOf(code: string | null, i18n: I18n): string {
  return governorateName(code, i18n.locale as Locale) || '—'
}

/** How far leads came. */
const movesSection = section('leads_moves', async (week, i18n) => {
  const moves = await movesQuery(week)
  if (moves.length === 0) return undefined
  const t = (key: string) => i18n.t(`leads.${key}`)
  return {
    title: t('report_moves_title'),
    text: t('report_moves_text'),
    table: {
      columns: [{ label: t('status') }, { label: t('report_moves'), isNumber: true }],
      rows: moves.map(({ to, moves: count }) => [
        { text: t(`status_${to}`) },
        { text: wholeNumber(count) },
      ]),
    },
  }
})

/** What asking has cost. Nothing is said by a shop that asks nobody. */
const costSection = section('leads_cost', async ({ from, until }, i18n) => {
  const { calls, cents } = await costBetween(from, until)
  if (calls === 0) return undefined
  const t = (key: string) => i18n.t(`leads.report_${key}`)
  return {
    title: t('cost_title'),
    text: t('cost_text'),
    figures: [
      { label: t('calls'), value: wholeNumber(calls) },
      { label: t('cost'), value: `${(cents / 100).toFixed(2)} USD` },
    ],
  }
})

export const leadSections = [goalSection, bestSection, zonesSection, movesSection, costSection]
