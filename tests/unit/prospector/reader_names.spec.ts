import { test } from '@japa/runner'
import { nameInCopyright } from '#app/prospector/reader/name_in_copyright'
import { readPage } from '#app/prospector/reader/read_page'
import { readSite } from '#app/prospector/reader/read_site'

const page = (html: string, url = 'http://x/') => readPage(html, url, { makes: [], brands: [] })
const named = (html: string, host = 'x') =>
  readSite(host, [page(html, `http://${host}/`)], new Date(0)).finding.name

test.group('Names of businesses', () => {
  test('are decoded in data and in titles', ({ assert }) => {
    const data = (json: object) =>
      `<script type="application/ld+json">${JSON.stringify(json)}</script>`
    assert.equal(
      named(data({ '@type': 'AutoRepair', 'name': 'Ben Salah &amp; Fils' })),
      'Ben Salah & Fils'
    )
    assert.equal(named('<title>Ben Salah &amp; Fils</title>'), 'Ben Salah & Fils')
    assert.equal(
      named('<meta property="og:site_name" content="Clinique de l&amp;#039;Auto">'),
      "Clinique de l'Auto"
    )
    const nested = { '@type': 'WebPage', 'provider': { '@type': 'Organization', 'name': 'Nour' } }
    assert.equal(named(data(nested)), 'Nour')
    const reached = { '@type': 'Place', 'name': 'Nour', 'telephone': '71', 'address': 'Sfax' }
    assert.equal(named(data(reached)), 'Nour')
    assert.isNull(named(data({ ...reached, '@type': 'Person' })))
    assert.equal(named(data({ '@type': 'Store', 'name': 'Nour | Location de voitures' })), 'Nour')
  })

  test('may open with a trade, and tell whose it is', ({ assert }) => {
    for (const name of [
      'Pièces Auto Jlassi',
      'Vulcanisation Chokri',
      'Électricité Auto Hamdi',
      'Le Garage de Sami',
      'La Maison du Pneu',
      'Showroom Kallel',
    ])
      assert.equal(named(`<title>${name}</title><p>© ${name}</p>`), name)
    for (const slogan of [
      'Mécanique de précision',
      'Confiez-nous votre voiture',
      'Roulez en toute sérénité',
      'Pneus toutes dimensions',
      'Le spécialiste du pneu à Sfax',
      'LE SPÉCIALISTE DU PNEU',
      'Une panne ? On la trouve.',
      'La qualité est dans les détails',
      'سيارتكم في أيد أمينة',
      'Location voiture Djerba',
    ]) {
      assert.isNull(named(`<h1>${slogan}</h1>`), slogan)
      assert.equal(named(`<h1>${slogan}</h1><p>© Nour</p>`), 'Nour', slogan)
    }
    assert.equal(
      named('<meta property="og:site_name" content="Location Voiture Djerba">'),
      'Location Voiture Djerba'
    )
    assert.isNull(named('<title>LE SPÉCIALISTE DU PNEU</title>'))
    assert.isNull(named('<title>Roulez Tranquille</title>'))
    assert.isNull(named('<h1>Kamel Ben Amor</h1>'))
    assert.equal(named('<h1>Kamel Ben Amor</h1>', 'kamelbenamor.tn'), 'Kamel Ben Amor')
    assert.equal(named('<h1>Garage Ben Amor</h1>'), 'Garage Ben Amor')
  })

  test('stand in what leads home, and in logos of the head', ({ assert }) => {
    const slogan = '<h1>Vidange rapide</h1>'
    for (const href of ['/', './', 'index.html', 'http://x/', '#']) {
      assert.equal(
        named(`<a href="${href}"><div>N</div><b>Nour</b></a> <a>Menu</a>${slogan}`),
        'Nour'
      )
      assert.equal(named(`<a href="${href}"><img alt="Nour"></a>${slogan}`), 'Nour', href)
    }
    assert.equal(named('<a href="/"><svg></svg>Accueil</a><a href="/">Nour</a>'), 'Nour')
    assert.isNull(named('<a href="/other">Nour</a><a href="#">Nour</a>'))
    const partners = '<img class="logo" alt="Ateliers Zed"><img class="logo" alt="Ateliers Yed">'
    assert.isNull(named(partners))
    assert.equal(named(`<header><img class="logo" alt="Nour"></header>${partners}`), 'Nour')
    assert.isNull(named('<header><img class="logo" alt="Bosch"></header>'))
    assert.isNull(named('<title>Bosch</title>'))
    assert.equal(named('<title>Bosch</title>', 'bosch.tn'), 'Bosch')
    for (const alt of [
      'logo-garage-nour.png',
      'cropped-logo-garage-nour-1',
      'Logo_Garage_Nour_blanc',
      'Garage Nour logo',
    ])
      assert.equal(named(`<img class="logo" alt="${alt}">`), 'Garage Nour', alt)
    assert.isNull(named('<header><img class="logo" alt="cropped-logo-1"></header>'))
  })

  test('stand in lines of copyright', ({ assert }) => {
    for (const [line, name] of [
      ['© 2024 Sté. Ben Salah', 'Sté. Ben Salah'],
      ['© www.garagenour.tn', undefined],
      ['© 2024 Tous droits réservés à Nour Auto', 'Nour Auto'],
      ['Tous droits réservés Nour Auto © 2024', 'Nour Auto'],
      ['Tous droits réservés par Nour Auto', 'Nour Auto'],
      ['© 2024 E.T.S Nour', 'E.T.S Nour'],
      ['© Copyright 2023 | Nour Auto', 'Nour Auto'],
      ['Copyright © 2019-2024 - Nour Auto. All rights reserved.', 'Nour Auto'],
      ['Nour Auto – Copyright © 2024', 'Nour Auto'],
      ['© 2026 Garage El Amen. Tous droits réservés.', 'Garage El Amen'],
      ['©2023 par Nour Auto. Créé avec Wix.com', 'Nour Auto'],
      ['جميع الحقوق محفوظة لشركة النور', 'شركة النور'],
      ['جميع الحقوق محفوظة للنور © 2024', 'النور'],
      ['كل الحقوق محفوظة لدى كراج النور', 'كراج النور'],
      ['جميع الحقوق محفوظة © 2024 كراج النور', 'كراج النور'],
      ['© 2024 - Logiciel e-commerce par PrestaShop™', undefined],
      ['Nour Auto', undefined],
    ] as [string, string | undefined][])
      assert.equal(nameInCopyright(line), name, line)
  })

  test('are none that builders, platforms and pages have', ({ assert }) => {
    for (const name of [
      ...['Mon site 1', 'My Store', 'Ma boutique', 'PrestaShop', 'Nom de la société', 'Votre logo'],
      ...['Vite + React + TS', 'Carserv - Car Repair HTML Template', 'Facebook', 'Pages Jaunes'],
      ...['Tayara', 'Blogger', 'Propulsé par WordPress', 'Devis gratuit', 'Prendre rendez-vous'],
      ...[
        'Réservation',
        'Panier',
        'Mon compte',
        'Espace client',
        'FAQ',
        'Galerie photos',
        'Tarifs',
      ],
      ...['Plan d’accès', 'Lun-Sam 8h-18h', 'Ouvert 7j/7', '71 123 456'],
    ])
      assert.isNull(
        named(`<title>${name}</title><header><a class="logo">${name}</a></header>`),
        name
      )
    const domain = '<meta property="og:site_name" content="garagenour.tn">'
    assert.equal(named(`${domain}<p>© Garage Nour</p>`), 'Garage Nour')
    assert.isNull(named(domain))
    assert.equal(named('<title>Garage Nour | Facebook</title>'), 'Garage Nour')
  })

  test('are parted from what stands around them', ({ assert }) => {
    for (const [title, name] of [
      ['Garage Nour- Vidange', 'Garage Nour'],
      ['Accueil › Garage Nour', 'Garage Nour'],
      ['Accueil > Garage Nour', 'Garage Nour'],
      ['Garage Nour ~ Vidange', 'Garage Nour'],
      ['Garage Nour│Vidange', 'Garage Nour'],
      ['كراج النور، ميكانيك', 'كراج النور'],
      ['Accueil Garage Nour', 'Garage Nour'],
      ['Garage Nour Accueil', 'Garage Nour'],
      ['Bienvenue sur le site de Garage Nour', 'Garage Nour'],
      ["Bienvenue sur le site de l'Auto-école Nour", 'Auto-école Nour'],
      ['Site officiel de Garage Nour', 'Garage Nour'],
      ['Garage Nour : site officiel', 'Garage Nour'],
      ['مرحبا بكم في كراج النور', 'كراج النور'],
      ['موقع كراج النور', 'كراج النور'],
      ['Garage Nour 71 123 456', 'Garage Nour'],
      ['Garage Nour Tél : +216 71 123 456', 'Garage Nour'],
      ['Garage Nour à Gafsa', 'Garage Nour'],
      ['Garage Nour (Gafsa)', 'Garage Nour'],
    ])
      assert.equal(named(`<title>${title}</title>`), name, title)
    assert.equal(named('<title>Mécanique auto Tunis | Nour</title>'), 'Nour')
    assert.equal(named('<title>Rent Car Djerba | Amira</title>'), 'Amira')
  })

  test('are told in sentences, and by what else is called alike', ({ assert }) => {
    for (const sentence of [
      'La société Permis Plus est spécialisée dans la formation.',
      'Permis Plus vous accueille du lundi au samedi.',
      'Permis Plus met à votre disposition des moniteurs.',
      'Notre société « Permis Plus » forme à la conduite.',
      'Permis Plus a été fondé en 1990.',
    ])
      assert.equal(named(`<p>${sentence}</p>`), 'Permis Plus', sentence)
    const two = '<title>Zed Cars | Nour Cars</title>'
    assert.equal(named(two), 'Zed Cars')
    assert.equal(named(two, 'nourcars.com.tn'), 'Nour Cars')
    assert.equal(named('<title>Zed Tunisie | Bosch Tunisie</title>', 'bosch.tn'), 'Bosch Tunisie')
    assert.equal(named(two, 'nourcars.blogspot.com'), 'Nour Cars')
    assert.equal(named(`${two}<p>a@nourcars.tn</p>`), 'Nour Cars')
    assert.equal(named(`${two}<p>nourcars@gmail.com</p>`), 'Nour Cars')
    assert.equal(named(`${two}<a href="https://www.facebook.com/nourcars">f</a>`), 'Nour Cars')
    const app = '<meta name="apple-mobile-web-app-title" content="Nour Cars">'
    assert.equal(named(`${app}${two}`), 'Nour Cars')
    assert.equal(named('<title>الزيتونة | الأغالبة</title>', 'aghaliba.tn'), 'الأغالبة')
  })

  test('stand on the first page, and less on those behind', ({ assert }) => {
    const first = page('<h1>Garage Nour</h1>', 'http://x/fr/boutique/nous.php')
    assert.equal(readSite('x', [first], new Date(0)).finding.name, 'Garage Nour')
    const behind = page(
      '<title>Nos camions</title><a href="/camions">Nos camions</a><h1>Garage Zed</h1>',
      'http://x/camions'
    )
    assert.isNull(readSite('x', [page('<p>a</p>'), behind], new Date(0)).finding.name)
  })

  test('stand before the street in an address, and in no list of others', ({ assert }) => {
    assert.equal(named('<p>Ets Nour - Rue des Forges - Gabès</p>'), 'Ets Nour')
    assert.isNull(named('<p>Magasin - Rue des Forges - Gabès</p>'))
    assert.equal(named('<p>Les Ets Nour vous souhaitent la bienvenue.</p>'), 'Ets Nour')
    const data = '{"@type":"AutoRepair","name":"Garage Nour","telephone":"71234561"}'
    const list = '<title>Annuaire Pro</title><a class="logo" href="/">Annuaire Pro</a>'
    assert.equal(
      named(
        `${list}<script type="application/ld+json">${data}</script><p>© Annuaire Pro</p>`,
        'annuaire-pro.tn'
      ),
      'Garage Nour'
    )
  })

  test('are told from what people search for', ({ assert }) => {
    const searched =
      '<meta property="og:site_name" content="Location Voiture Tunis"><title>Location Voiture Tunis</title><h1>Location Voiture Tunis</h1>'
    const told = '<a href="/"><img alt="Go Rent"></a><p>© Go Rent</p>'
    assert.equal(named(searched + told, 'location-voiture-tunis.tn'), 'Go Rent')
    assert.equal(named(searched, 'location-voiture-tunis.tn'), 'Location Voiture Tunis')
  })

  test('are not those of a list of others', ({ assert }) => {
    const one = (name: string, phone: string) =>
      `<script type="application/ld+json">{"@type":"AutoRepair","name":"${name}","telephone":"${phone}"}</script>`
    const three = [one('Garage Zed', '71234561'), one('Méca Nour', '74234562')].join('')
    assert.isNotNull(named(three))
    assert.isNull(named(`${three}${one('Auto Yed', '73234563')}`))
    const towns = ['Tunis', 'Sfax', 'Sousse', 'Gabès', 'Gafsa', 'Béja', 'Nabeul', 'Mahdia']
    const list = towns.map((town, at) => `<p>${town}</p><p>Tél : 71 234 56${at}</p>`).join('')
    assert.isNull(named(`<title>Garage Zed</title>${list}`))
    assert.equal(named(`<title>Garage Zed</title><h2>Nos agences</h2>${list}`), 'Garage Zed')
  })
})
