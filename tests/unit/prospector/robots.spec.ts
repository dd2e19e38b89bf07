import { test } from '@japa/runner'
import { parseRobots } from '#app/prospector/sources/website/robots'

const AGENT = 'ShabouLeadsBot'
const allows = (text: string, path: string) => parseRobots(text, AGENT).allows(path)

test.group('robots.txt (RFC 9309)', () => {
  test('the group for us is ours, whatever the case; others only when there is none', ({
    assert,
  }) => {
    const text = 'User-agent: *\nDisallow: /\n\nUSER-AGENT: shabouleadsbot\nDisallow: /private\n'
    assert.isTrue(allows(text, '/contact'))
    assert.isFalse(allows(text, '/private/x'))
    assert.isFalse(allows('User-agent: *\nDisallow: /', '/contact'))
    assert.isTrue(allows('User-agent: other\nDisallow: /', '/contact'))
    assert.isFalse(allows('User-agent: ShabouLeadsBot/1.0\nDisallow: /', '/'))
    assert.isTrue(allows('', '/contact'))
  })

  test('groups for the same name are taken together, and names share a group', ({ assert }) => {
    const merged = `User-agent: ${AGENT}\nDisallow: /a\n\nUser-agent: x\nUser-agent: ${AGENT}\nDisallow: /b`
    assert.isFalse(allows(merged, '/a'))
    assert.isFalse(allows(merged, '/b'))
    assert.isTrue(allows(merged, '/c'))
  })

  test('rules for us count, however many for others stand before them', ({ assert }) => {
    const foreign = Array.from({ length: 6_000 }, (_, nth) => `Disallow: /x${nth}`).join('\n')
    const text = `User-agent: other\n${foreign}\n\nUser-agent: ${AGENT}\nDisallow: /prive`
    assert.isFalse(allows(text, '/prive'))
    assert.isTrue(allows(text, '/x5'))
    assert.isFalse(allows(`User-agent: *\n${foreign}\nDisallow: /last`, '/last'))
  })

  test('a delay between names splits no group', ({ assert }) => {
    const text = 'User-agent: *\nCrawl-delay: 5\nUser-agent: x\nDisallow: /'
    const robots = parseRobots(text, AGENT)
    assert.isFalse(robots.allows('/contact'))
    assert.equal(robots.delaySeconds, 5)
  })

  test('the longest pattern decides, and allows when two are as long', ({ assert }) => {
    for (const [rules, path, isAllowed] of [
      ['Allow: /p\nDisallow: /', '/page', true],
      ['Allow: /folder\nDisallow: /folder', '/folder/page', true],
      ['Allow: /page\nDisallow: /*.htm', '/page.htm', false],
      ['Allow: /page\nDisallow: /*.ph', '/page.php5', true],
      ['Allow: /$\nDisallow: /', '/', true],
      ['Allow: /$\nDisallow: /', '/page.htm', false],
      ['Disallow: /fish*.php', '/fish/salmon.php?id=1', false],
      ['Disallow: /fish*.php', '/Fish.PHP', true],
      ['Disallow: /*.php$', '/a.php', false],
      ['Disallow: /*.php$', '/a.php?x', true],
      ['Disallow: /*.php$', '/a.php5', true],
      ['Disallow: /a/*/b/*/c', '/a/1/b/2/c/d', false],
      ['Disallow: /a/*/b/*/c', '/a/b/c', true],
      ['Disallow:', '/anything', true],
      ['Disallow: /', '/robots.txt', true],
      ['Disallow: /a%3cd.html', '/a%3Cd.html', false],
      ['Disallow: /%7Ejoe/', '/~joe/index.html', false],
      ['Disallow: /foo/bar/ツ', '/foo/bar/%E3%83%84', false],
      ['Disallow: /x # not /y', '/x', false],
      ['Disallow: /x # not /y', '/y', true],
    ] as const) {
      assert.equal(allows(`User-agent: *\n${rules}`, path), isAllowed, `${rules} | ${path}`)
    }
  })

  test('lines that are none, other ends of lines and a mark at the start do no harm', ({
    assert,
  }) => {
    const text =
      '\ufeffuser-agent : *\r\nfoo\r\nDisallow : /x\rCrawl-delay: 5\nSitemap: http://a.example/s.xml'
    const robots = parseRobots(text, AGENT)
    assert.isFalse(robots.allows('/x'))
    assert.equal(robots.delaySeconds, 5)
    assert.deepEqual(robots.sitemaps, ['http://a.example/s.xml'])
    assert.equal(parseRobots('User-agent: *\nCrawl-delay: 86400', AGENT).delaySeconds, 60)
  })

  test('patterns that are made to take for ever take no time', ({ assert }) => {
    const text = `User-agent: *\nDisallow: /${'*a'.repeat(900)}$`
    assert.isTrue(allows(text, `/${'a'.repeat(1_900)}b`))
  })
})
