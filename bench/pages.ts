/**
 * How long each page of the back office takes on the server, one request at a time.
 *
 *     node bench/pages.ts http://localhost:3333 admin@shabou.tn PASSWORD ['order|stock']
 */
import { staffPages } from './staff_pages.ts'

const ROUNDS = 40
const FURTHER = {
  'products, a common word': '/admin/products?q=filtre',
  'products, a number': '/admin/products?q=7701',
  'products, out of stock by price': '/admin/products?view=out-of-stock&sort=price',
  'products, a category': '/admin/products?category=freinage&sort=name',
  'palette': '/admin/palette?q=filtre',
  'orders, delivered': '/admin/orders?state=completed',
  'orders, to be called': '/admin/orders?state=placed',
  'orders, a telephone': '/admin/orders?q=20005000',
  'orders, a number that is none': '/admin/orders?q=SAP-1999-000001',
  'shipments, to be called': '/admin/shipments?queue=to_call',
  'shipments, to be packed': '/admin/shipments?queue=to_pick',
  'shipments, on their way': '/admin/shipments?queue=out',
  'shipments, to be paid': '/admin/shipments?queue=to_remit',
  'payments, remitted': '/admin/payments?state=remitted',
  'stock, low': '/admin/stock?group=low',
  'stock, awaited': '/admin/stock?group=backordered',
  'stock, words': '/admin/stock?q=filtre',
  'audit, one author': '/admin/audit?actor=demo',
  'audit, deletions': '/admin/audit?action=deleted',
}

const [base, email, password, names = ''] = process.argv.slice(2)
const cookies = new Map<string, string>()

await post('/admin/login', { email, password })
process.stdout.write('| page | p50 ms | p95 ms |\n| --- | --- | --- |\n')
const pages = await staffPages(async (path) => {
  const { text } = await get(path)
  return text
})
const wanted = [...pages, ...Object.entries(FURTHER)].filter(([name]) => name.match(names))
for (const [name, path] of wanted) {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now()
    const { status } = await get(path)
    if (status !== 200) throw new Error(`${path} answered ${status}`)
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)].toFixed(0)
  process.stdout.write(`| ${name} | ${at(0.5)} | ${at(0.95)} |\n`)
}

async function get(path: string) {
  return send('GET', path)
}

async function post(path: string, fields: Record<string, string>) {
  const { text } = await get(path)
  const [, token = ''] = /name=['"]_csrf['"] value=['"]([^'"]+)/.exec(text) ?? []
  return send('POST', path, new URLSearchParams({ ...fields, _csrf: token }))
}

async function send(method: string, path: string, body?: URLSearchParams) {
  const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
  const headers = { cookie, accept: 'text/html' }
  const answer = await fetch(base + path, { method, body, headers, redirect: 'manual' })
  for (const line of answer.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
    cookies.set(name, value)
  }
  return { status: answer.status, text: await answer.text() }
}
