import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { readSecretFiles } from '#app/platform/settings/env_file'
import {
  address,
  degrees,
  networkList,
  networks,
  origins,
  program,
  secretText,
  telephone,
  wholeNumber,
} from '#app/platform/settings/rules'
import { WrongSetting } from '#app/platform/settings/wrong_setting'
import { temporaryFile } from '#tests/support/temporary_files'

const database = address(['postgres'], 'postgres://user:password@host/shop')
const port = wholeNumber(0, 65_535)

test.group('Settings', () => {
  test('what is not there has its default', ({ assert }) => {
    for (const rule of [database, port, origins, networks, secretText(8)]) {
      assert.isUndefined(rule('NAME'))
      assert.isUndefined(rule('NAME', ''))
    }
  })

  test('what is right is taken', ({ assert }) => {
    assert.equal(port('PORT', '3333'), 3_333)
    assert.equal(database('D', 'postgres://u:p@h:1/shop'), 'postgres://u:p@h:1/shop')
    assert.equal(
      database('D', 'postgres://u@%2Ftmp%2Fsocket/shop'),
      'postgres://u@%2Ftmp%2Fsocket/shop'
    )
    assert.equal(degrees(180)('L', '-10.76'), -10.76)
    assert.equal(degrees(90)('L', '0'), 0)
    assert.equal(origins('O', '*'), '*')
    assert.equal(origins('O', 'https://a.tn, http://b.tn:81'), 'https://a.tn, http://b.tn:81')
    for (const written of ['+21620123456', '216 20 123 456', '00216-20.123.456']) {
      assert.equal(telephone('N', written), '+21620123456')
    }
    const trusted = networkList('T', '10.0.0.0/8, 192.0.2.7,2001:db8::/32')
    assert.isTrue(trusted.check('10.1.2.3'))
    assert.isTrue(trusted.check('192.0.2.7'))
    assert.isFalse(trusted.check('192.0.2.8'))
    assert.isTrue(trusted.check('2001:db8::1', 'ipv6'))
  })

  test('{$i}: what is wrong is named in one line that tells no secret')
    .with([
      [port, 'abc', /^N=abc is not a whole number from 0 to 65535$/],
      [port, '65536', /^N=65536 is not/],
      [port, '-1', /^N=-1 is not/],
      [port, '3e3', /^N=3e3 is not/],
      [database, 'hunter2', /^N is not an address such as postgres:/],
      [database, 'mysql://root:hunter2@h/x', /^N is not an address/],
      [degrees(90), '91', /^N=91 is not a number of degrees from -90 to 90$/],
      [degrees(180), '34.7,10.7', /^N=34.7,10.7 is not/],
      [degrees(180), '1e1', /^N=1e1 is not/],
      [program, '/nowhere/chromium', /^N=\/nowhere\/chromium is no program on this machine$/],
      [secretText(16), 'hunter2', /^N has 7 characters, it needs at least 16$/],
      [origins, 'boutique.example', /"boutique.example" is not an origin/],
      [origins, 'https://a.tn/path', /"https:\/\/a.tn\/path" is not an origin/],
      [telephone, '20 12 34', /^N=20 12 34 is not a telephone number such as/],
      [networks, 'proxy', /"proxy" is neither an address nor a range/],
      [networks, '10.0.0.0/33', /"10.0.0.0\/33" is neither/],
      [networks, '10.0.0.0/', /neither/],
      [networks, '10.0.0.0/8/8', /neither/],
      [networks, '::/129', /neither/],
    ] as const)
    .run(({ assert }, [rule, value, says]) => {
      let message = ''
      try {
        rule('N', value)
      } catch (error) {
        assert.instanceOf(error, WrongSetting)
        message = (error as Error).message
      }
      assert.match(message, says)
      assert.notMatch(message, /hunter2|\n/)
    })

  test('a secret may lie in a file; one that cannot be read is named', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(self, 'token', 'from a file\n')
    const env = { METRICS_TOKEN_FILE: path }
    readSecretFiles(env)
    assert.equal(Reflect.get(env, 'METRICS_TOKEN'), 'from a file')
    assert.throws(
      () => readSecretFiles({ SMTP_URL_FILE: '/nowhere/secret' }),
      'SMTP_URL_FILE=/nowhere/secret cannot be read (ENOENT)'
    )
  })
})

test.group('Settings that are written down', () => {
  test('.env.example explains every one', ({ assert }) => {
    const known = readFileSync(app.makePath('start/env.ts'), 'utf8')
    const names = [...known.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name)
    const example = readFileSync(app.makePath('.env.example'), 'utf8')
    assert.isAbove(names.length, 40)
    const unexplained = names.filter((name) => !new RegExp(`^#? ?${name}=`, 'm').test(example))
    // The scripts set it: `npm start` runs the shop, `npm run dev` is for those who work on it.
    assert.deepEqual(unexplained, ['NODE_ENV'])
  })
})
