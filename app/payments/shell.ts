import { extendShell } from '#app/platform/shell/shell'
import { paymentPalette } from '#app/payments/desk/payment_palette'
import { paymentPanel } from '#app/payments/desk/payment_panel'
import { type PaymentQueue, waitingPayments } from '#app/payments/desk/payments_query'

const countOf = (queue: PaymentQueue) => async () => {
  const waiting = await waitingPayments()
  return waiting[queue]
}

const todo = (queue: PaymentQueue, icon: string, tone: 'bad' | 'warn' | 'info') => ({
  ...{ label: `payments.todo_${queue}`, ability: 'payments:write', icon, tone },
  ...{ href: `/admin/payments?queue=${queue}`, count: countOf(queue) },
})

extendShell({
  navigation: [
    {
      label: 'payments.nav',
      shortcut: 'm',
      href: '/admin/payments',
      icon: 'banknote',
      ability: 'payments:read',
      group: 'sales',
    },
  ],
  palette: [{ label: 'payments.title', ability: 'payments:read', search: paymentPalette }],
  panels: [
    {
      entity: 'orders',
      ability: 'payments:read',
      view: 'admin/payments/panel',
      load: paymentPanel,
    },
  ],
  todos: [
    todo('reconcile', 'scale', 'bad'),
    todo('refunds', 'undo-2', 'warn'),
    todo('transfers', 'landmark', 'info'),
  ],
  audited: [
    {
      entity: 'payment_switches',
      fields: {
        method: { words: 'orders.method' },
        is_on: {
          text: (value, i18n) => i18n.t(value ? 'payments.is_offered' : 'payments.switched_off'),
        },
      },
    },
  ],
  health: [{ label: 'payments.health', check: paymentsHealth }],
})

async function paymentsHealth() {
  const { reconcile: count } = await waitingPayments()
  return { state: count > 0 ? ('warn' as const) : ('ok' as const), data: { count } }
}
