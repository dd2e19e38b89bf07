import { dinars } from '#app/money/dinars'
import { accuracySection } from '#app/orion/accuracy_section'
import { countAlarms } from '#app/orion/forecasts/model_report_query'
import { openInsightCounts } from '#app/orion/insights/insights_query'
import { orionHealth } from '#app/orion/orion_health'
import { extendShell } from '#app/platform/shell/shell'

extendShell({
  navigation: [
    {
      label: 'forecasts.nav',
      href: '/admin/forecasts',
      icon: 'chart-line',
      ability: 'forecasts:read',
      group: 'sales',
    },
    {
      label: 'forecasts.insights_nav',
      href: '/admin/insights',
      icon: 'lightbulb',
      ability: 'forecasts:read',
      group: 'sales',
    },
    {
      label: 'forecasts.proposals_nav',
      href: '/admin/purchase-proposals',
      icon: 'package-plus',
      ability: 'forecasts:read',
      group: 'sales',
    },
  ],
  health: [{ label: 'orion.health', check: orionHealth }],
  report: [accuracySection],
  audited: [
    {
      entity: 'forecast_settings',
      page: { ability: 'forecasts:write', href: () => '/admin/forecasts/settings' },
      fields: { budget: { text: (value) => dinars(Number(value)) } },
    },
  ],
  todos: [
    {
      label: 'forecasts.todo_insights',
      ability: 'forecasts:write',
      icon: 'lightbulb',
      tone: 'info',
      href: '/admin/insights',
      async count() {
        const counts = Object.values(await openInsightCounts())
        return counts.reduce((sum, count) => sum + count, 0)
      },
    },
    {
      label: 'forecasts.todo_alarm',
      ability: 'forecasts:write',
      icon: 'trending-down',
      tone: 'warn',
      href: '/admin/forecasts/model',
      count: countAlarms,
    },
  ],
})
