import { test } from '@japa/runner'
import { someOf } from '#tests/depth'
import { apiDocument } from '#tests/support/api_contract'
import { emptyCatalogue } from '#tests/support/catalogue'
import { runCommand } from '#tests/support/imports'
import { apiTokens } from '#tests/support/api_tokens'
import { temporaryFile } from '#tests/support/temporary_files'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`

const BODIES = [
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '{"__proto__":{"toJSON":1,"polluted":1},"sku":"A"}',
  '{"a":{"__proto__":{"polluted":1}}}',
  '[{"__proto__":{"polluted":1}}]',
  '{"__proto__":[1],"prototype":{"polluted":1}}',
  '{"email":{"__proto__":{"polluted":1}},"password":{"constructor":{"prototype":{"polluted":1}}}}',
  '{"name":"x","__defineGetter__":"polluted","hasOwnProperty":1}',
]

const QUERIES = [
  '__proto__[polluted]=1',
  '__proto__.polluted=1',
  'a[__proto__][polluted]=1',
  'constructor[prototype][polluted]=1',
  'constructor.prototype.polluted=1',
  'attr[__proto__]=1',
  'attr[__proto__][polluted]=1',
  'attr[constructor]=1&attr[toString]=1',
  'sortBy=__proto__',
  'sortBy=constructor',
  'sortBy[__proto__]=price',
  'sortOrder=__proto__',
  'locale=__proto__',
  'brand=__proto__,constructor',
  'category=constructor/prototype',
  'cursor=eyJfX3Byb3RvX18iOnsicG9sbHV0ZWQiOjF9fQ',
]

const FORMS: [type: string, body: string][] = [
  ['application/x-www-form-urlencoded', '__proto__[polluted]=1'],
  ['application/x-www-form-urlencoded', 'constructor[prototype][polluted]=1'],
  [
    'multipart/form-data; boundary=b',
    '--b\r\nContent-Disposition: form-data; name="__proto__[polluted]"\r\n\r\n1\r\n--b--\r\n',
  ],
  [
    'multipart/form-data; boundary=b',
    '--b\r\nContent-Disposition: form-data; name="constructor.prototype.polluted"; filename="__proto__"\r\n\r\n1\r\n--b--\r\n',
  ],
]

const FILES: [name: string, text: string][] = [
  ['list.csv', 'sku,name,price,__proto__,constructor\nA,Un,1,polluted,polluted\n'],
  ['list.csv', 'sku,name,price,__proto__.polluted,constructor.prototype.polluted\nA,Un,1,1,1\n'],
  ['list.csv', 'sku,name,price,attr___proto__,attr_constructor\nA,Un,1,polluted,polluted\n'],
  ['list.csv', '__proto__,__proto__,sku,price\n1,2,A,1\n'],
  ['list.jsonl', '{"sku":"A","name":"Un","price":1,"__proto__":{"polluted":1}}\n'],
  ['list.jsonl', '{"sku":"A","name":"Un","price":1,"constructor":{"prototype":{"polluted":1}}}\n'],
  ['list.jsonl', '{"__proto__":{"sku":"A","name":"Un","price":1,"polluted":1}}\n'],
]

test.group('Prototype pollution', (group) => {
  group.each.setup(() => emptyCatalogue())

  const polluted = () => [{}, [], () => {}].map((value) => Reflect.get(value, 'polluted'))

  test('SEC-02: no body, query, form or header of a request reaches a prototype', async ({
    assert,
  }) => {
    const tokens = await apiTokens()
    let turn = 0
    for (const [path, methods] of Object.entries(apiDocument().paths)) {
      const headers = { authorization: `Bearer ${tokens.of(path)}` }
      const url = BASE + path.replace(/\{\w+\}/g, '__proto__')
      for (const method of Object.keys(methods)) {
        turn++
        const bodies: [string, string][] =
          method === 'get'
            ? []
            : [...BODIES.map((body): [string, string] => ['application/json', body]), ...FORMS]
        const requests = [
          ...someOf(QUERIES, 5, turn).map((query) => fetch(`${url}?${query}`, { method, headers })),
          ...someOf(bodies, 5, turn).map(([type, body]) =>
            fetch(url, { method, body, headers: { ...headers, 'content-type': type } })
          ),
        ]
        for (const response of await Promise.all(requests)) {
          assert.isBelow(response.status, 500, `${method} ${path}`)
          await response.arrayBuffer()
        }
      }
    }
    assert.deepEqual(polluted(), [undefined, undefined, undefined])
  })

  test('SEC-02: no header, key or mapping of an imported file reaches a prototype', async ({
    assert,
    test: self,
  }) => {
    for (const [name, text] of FILES) {
      const path = await temporaryFile(self, name, text)
      const { output } = await runCommand('catalogue:import', [path])
      assert.notMatch(output, /TypeError|undefined/, text)
    }
    const path = await temporaryFile(self, 'list.csv', 'sku,name,price,x\nB,Deux,2,3\n')
    for (const mapping of ['{"__proto__":"sku","x":"__proto__"}', '{"x":"constructor"}']) {
      const given = await temporaryFile(self, 'mapping.json', mapping)
      const { output } = await runCommand('catalogue:import', [path, `--mapping=${given}`])
      assert.notMatch(output, /TypeError|undefined/, mapping)
    }
    assert.deepEqual(polluted(), [undefined, undefined, undefined])
  })
})
