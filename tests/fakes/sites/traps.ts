import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { PAYLOADS } from '#tests/support/xss/payloads'

type Trap = (url: URL, response: ServerResponse) => void

const HTML = { 'Content-Type': 'text/html; charset=utf-8' }
const BOMB = gzipSync(Buffer.alloc(100 * 1024 * 1024), { level: 1 })
let busyOnce = true
let crawls = 0

const page =
  (body: string): Trap =>
  (url, response) =>
    url.pathname === '/robots.txt'
      ? void response.writeHead(404).end()
      : void response.writeHead(200, HTML).end(body)

/** Behaves like `trap` everywhere but at robots.txt, which is not there. */
const apartFromRobots =
  (trap: Trap): Trap =>
  (url, response) =>
    url.pathname === '/robots.txt' ? void response.writeHead(404).end() : trap(url, response)

const SPINNING =
  '<title>x</title><noscript>Enable JavaScript</noscript><script src="/x.js"></script><script>for (;;) ;</script>'

const trying = (canary: string) => `<!doctype html><title>Garage Piège</title>
<link rel="preconnect" href="http://${canary}"><link rel="dns-prefetch" href="http://${canary}">
<link rel="prefetch" href="http://${canary}/prefetch"><link rel="stylesheet" href="http://${canary}/style.css">
<div id="root"></div><iframe src="http://${canary}/frame"></iframe><img src="http://${canary}/img.png">
<script src="http://${canary}/script.js"></script>
<script>
const quiet = (work) => { try { Promise.resolve(work()).catch(() => {}) } catch {} }
quiet(() => fetch('http://${canary}/fetch'))
quiet(() => fetch('http://${canary}/post', { method: 'POST', body: 'x', mode: 'no-cors' }))
quiet(() => fetch('http://169.254.169.254/latest/meta-data/'))
quiet(() => navigator.sendBeacon('http://${canary}/beacon', 'x'))
quiet(() => new WebSocket('ws://${canary}/socket'))
quiet(() => new EventSource('http://${canary}/events'))
quiet(() => navigator.serviceWorker.register('/worker.js'))
quiet(() => new Worker(URL.createObjectURL(new Blob(["fetch('http://${canary}/worker')"]))))
quiet(() => window.open('http://${canary}/window'))
quiet(() => { const a = document.createElement('a'); a.href = 'http://${canary}/file'; a.download = 'x'; a.click() })
quiet(() => { const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:${canary}' }, { urls: 'turn:${canary}?transport=tcp', username: 'x', credential: 'x' }] })
  peer.createDataChannel('x'); return peer.createOffer().then((offer) => peer.setLocalDescription(offer)) })
quiet(() => alert('x'))
document.getElementById('root').innerHTML = '<h1>Garage Piège</h1><p>Tél : 71 700 ' + '802</p>'
</script>`

const TIRED: Record<string, string> = {
  '/': '<title>Garage Patient</title><h1>Garage Patient</h1><p>Tél 71 700 810</p><a href="/contact">Contact</a> <a href="/produit">Produit</a>',
  '/contact': '<h1>Garage Patient</h1><p>Tél 71 700 811</p><p>contact@tired.example</p>',
  '/produit':
    '<script type="application/ld+json">{"@type": "Product", "mpn": "GDB1331", "name": "Plaquettes", "offers": {"price": "89.900", "priceCurrency": "TND"}}</script>',
}

/** A business that writes scripts wherever it tells of itself, and sells a part. */
function writing(payload: string, nth: number): string {
  const business = {
    ...{ '@type': 'AutoRepair', 'name': payload, 'telephone': `+216 71 8${String(10_000 + nth)}` },
    address: { '@type': 'PostalAddress', 'streetAddress': payload, 'addressLocality': 'Sfax' },
    email: `"${payload}"@xss.example`,
    url: `javascript:${payload}`,
  }
  const product = {
    ...{ '@type': 'Product', 'mpn': `GDB${10_000 + nth}`, 'name': payload, 'brand': payload },
    offers: { price: '89.900', priceCurrency: 'TND', url: `javascript:${payload}` },
  }
  const data = JSON.stringify([business, product]).replaceAll('<', '\\u003c')
  return `<meta charset="utf-8"><script type="application/ld+json">${data}</script><p>Sfax</p>`
}

/** Hosts that mean no good. */
export const TRAPS: Record<string, Trap> = {
  // Tries every way out of a browser; the canary is asked for on this machine's port of the path.
  'scripted-traps.example': apartFromRobots((url, response) => {
    if (url.pathname === '/spin') return void response.writeHead(200, HTML).end(SPINNING)
    const port = Number(url.searchParams.get('canary'))
    response.writeHead(200, HTML).end(trying(`127.0.0.1:${port}`))
  }),
  'endless.example': apartFromRobots((_, response) => {
    response.writeHead(200, HTML)
    const chunk = Buffer.alloc(64 * 1024, '<p>Garage Sans Fin</p> ')
    const more = () => {
      while (!response.destroyed && response.write(chunk));
      if (!response.destroyed) response.once('drain', more)
    }
    response.write('<title>Garage Sans Fin</title><p>Tél 71 700 800</p>')
    more()
  }),
  'endless-robots.example': (url, response) => {
    if (url.pathname !== '/robots.txt') return page('<title>x</title>')(url, response)
    response.writeHead(200, { 'Content-Type': 'text/plain' })
    response.write('User-agent: *\nDisallow: /\n')
    const more = () => {
      while (!response.destroyed && response.write('# '.repeat(32 * 1024)));
      if (!response.destroyed) response.once('drain', more)
    }
    more()
  },
  'bomb.example': apartFromRobots((_, response) => {
    response.writeHead(200, { ...HTML, 'Content-Encoding': 'gzip' })
    response.end(BOMB)
  }),
  'drip.example': apartFromRobots((_, response) => {
    response.writeHead(200, HTML)
    const drip = setInterval(() => response.write('<'), 50)
    response.on('close', () => clearInterval(drip))
  }),
  'nested.example': page(`<title>Garage Profond</title>${'<b>'.repeat(1_000_000)}`),
  'misnested.example': page(
    `<title>Garage Tordu</title>${'<a><b>'.repeat(100_000)}${'</i></u>'.repeat(100_000)}`
  ),
  'calendar.example': apartFromRobots((url, response) => {
    const day = Number(/\d+/.exec(url.pathname)?.[0] ?? 0)
    const links = Array.from({ length: 40 }, (_, at) => [
      `<a href="/jour/${day + at}">suite</a><a href="/?date=${day + at}">x</a>`,
      `<a href="/evenement-${day * 40 + at}/${at}">evenement</a>`,
    ])
    response.writeHead(200, HTML).end(`<title>Garage Agenda</title>${links.flat().join('')}`)
  }),
  'loop.example': apartFromRobots((url, response) => {
    const next = Number(url.searchParams.get('n') ?? 0) + 1
    response.writeHead(302, { Location: `/?n=${next}` }).end()
  }),
  'inside.example': apartFromRobots((url, response) => {
    const to = Buffer.from(url.searchParams.get('to') ?? '/')
    // Any bytes: a header of HTTP is no text of UTF-8.
    response.writeHead(302, { Location: to.toString('latin1') }).end()
  }),
  'busy.example': apartFromRobots((url, response) => {
    if (busyOnce) {
      busyOnce = false
      return void response.writeHead(429, { 'Retry-After': '1' }).end()
    }
    page('<title>Garage Occupé</title><h1>Garage Occupé</h1><p>Tél 71 700 801</p>')(url, response)
  }),
  'very-busy.example': apartFromRobots((_, response) => {
    response.writeHead(503, { 'Retry-After': '432000' }).end()
  }),
  'binary.example': apartFromRobots((_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(Buffer.alloc(1024))
  }),
  'broken-gzip.example': apartFromRobots((_, response) => {
    response.writeHead(200, { ...HTML, 'Content-Encoding': 'gzip' }).end('this is not gzip')
  }),
  // The second time that it is read, it has had enough after the first page.
  'tired.example': (url, response) => {
    if (url.pathname === '/robots.txt') crawls += 1
    const body = TIRED[url.pathname]
    if (crawls === 2 && url.pathname !== '/' && url.pathname !== '/robots.txt') {
      return void response.writeHead(503).end()
    }
    response.writeHead(body ? 200 : 404, HTML).end(body)
  },
  ...Object.fromEntries(
    PAYLOADS.map((payload, nth) => [`payload-${nth}.example`, page(writing(payload, nth))])
  ),
  // The answer says one script, the page another, and the bytes are of a third.
  'wrong-charset.example': apartFromRobots((url, response) => {
    const charset = url.pathname === '/' ? 'utf-16le' : 'x-nonsense'
    const body = `<meta charset="gb18030"><title>Garage Médenine</title><h1>Garage Médenine</h1><p>Réparation à Médenine, tél 75 640 820</p>`
    response.writeHead(200, { 'Content-Type': `text/html; charset=${charset}` })
    response.end(Buffer.from(body, 'latin1'))
  }),
  // Halves of characters: one written so, one where a text is cut.
  'halves.example': page(
    `<title>Garage Demi</title><h1>Garage Demi</h1><p>Tél 71 700 803</p>
    <script type="application/ld+json">{"@type": "Product", "mpn": "GDB1330", "name": "Plaquettes \\ud83d",
      "brand": "${'a'.repeat(499)}\u{1f697}", "offers": {"price": "89.900", "priceCurrency": "TND"}}</script>`
  ),
  'robots-loop.example': (url, response) => {
    if (!url.pathname.includes('robots')) return page('<title>Garage Boucle</title>')(url, response)
    response.writeHead(301, { Location: `/robots.txt?${url.search.length}` }).end()
  },
}
