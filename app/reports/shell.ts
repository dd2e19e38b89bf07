import { extendShell } from '#app/platform/shell/shell'
import { salesChart, salesFigures } from '#app/reports/daily_sales'
import {
  missedSearchesSection,
  priceAlarmsSection,
  soldOutSection,
} from '#app/reports/sections/loss_sections'
import { marginSection, salesSection } from '#app/reports/sections/sales_sections'

extendShell({
  navigation: [
    {
      label: 'reports.nav',
      href: '/admin/reports/weekly',
      icon: 'chart-line',
      ability: 'reports:read',
      group: 'steering',
    },
  ],
  figures: [{ ability: 'dashboard:read', load: salesFigures }],
  dashboard: [
    {
      key: 'sales',
      ability: 'dashboard:read',
      view: 'admin/dashboard/sales',
      load: salesChart,
    },
  ],
  report: [salesSection, marginSection, soldOutSection, priceAlarmsSection, missedSearchesSection],
})
