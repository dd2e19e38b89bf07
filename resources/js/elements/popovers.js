/* Filters are <details>: a click elsewhere or Escape closes them. */
const open = () => document.querySelectorAll('details.filter[open]')

document.addEventListener('click', ({ target }) => {
  for (const details of open()) if (!details.contains(target)) details.open = false
})

document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return
  for (const details of open()) {
    details.open = false
    details.querySelector('summary').focus()
  }
})

/* What an open filter covers in part is no target: the click that would hit it only closes the filter. */
document.addEventListener(
  'toggle',
  ({ target }) => {
    const table = target.closest?.('details.filter')?.closest('x-list')?.querySelector('.table')
    if (table) table.inert = open().length > 0
  },
  true
)
