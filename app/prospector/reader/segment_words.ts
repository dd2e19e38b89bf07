import type { Segment } from '#app/prospector/sources/finding'

/** Any of these makes a page one about cars, or about who drives them. */
export const CAR_WORDS =
  'auto*, voiture*, vehicul*, vehicle*, car, cars, garage*, camion*, moto*, scooter*, taxi*, bus, minibus, pneu*, carrosserie, remorque*, truck*, trailer*, freight, cargo, routier*, routiere*, louage*, ambulance*, tracteur*, engin*, marchandise*, passager*, voyageur*, demenagement*, carburant*, gasoil, essence, lavage, سيارة, سيارات, السيارات, شاحنة, شاحنات, الشاحنات, حافلات, بضائع, البضائع'

/** Trades that have nothing to do with cars use these as well: they count on pages about cars. */
export const OF_MANY_TRADES = [
  ...['peinture', 'batterie', 'batteries', 'station', 'transport*', 'electricite general*'],
  ...['location', 'rental', 'rent', 'كراء'],
  ...['mecanique general*', 'mecanique', 'نقل', 'دهن'],
]

/** Words of trades in phrases that mean something else. */
export const OTHER_MEANINGS =
  'assurance auto*, assurances auto*, frais de transport, moyen* de transport, transport inclus, transport en sus, station balneaire*, station thermale, station de metro, peinture batiment*, peinture decorative, expert auto*, expertise auto*, code promo, batterie de cuisine, salle de conduite'

/**
 * Words by which a page tells what a business does, by their weight; an asterisk stands for any
 * ending. `other` are trades that have nothing to do with cars, and rent or repair as well.
 */
export const SEGMENT_WORDS: Record<Segment, string> = {
  garage: `
    3: garage, garagiste*, mecanique general*, mecanique auto*, mecanicien*, reparation auto*
    3: reparation mecanique, entretien auto*, auto service, car repair, auto repair, ميكانيك*
    3: reparation camion*, reparation de camion*, reparation poids lourd*, mecanique poids lourd*
    3: اصلاح سيارات, إصلاح السيارات
    3: centre de reparation*, reparation de voiture*, entretien de voiture*, meca
    2: mecanique, reparation de vehicule*, entretien et reparation
    5: remorquage*, depanneuse*
    3: depannage auto*, assistance routiere, مساعده علي الطريق
    2: depannage
    3: سحب السيارات, جر السيارات, صيانة السيارات, تصليح السيارات, ورشة سيارات
    1: vidange, revision, freinage, embrayage, ورشة, ورشه
  `,
  workshop: `
    6: دهن السيارات, كهرباء السيارات
    5: electricite auto*, electricien auto*, electro auto, electro diesel, tolerie, tolier*
    5: clim auto, climatisation auto*, injection diesel, كهربائي*
    4: peinture auto*, carrosserie, pneu*, vulcanisation, pompes a injection, sellerie, دهن
    4: تصليح الهياكل, سمكرة, دهان السيارات, زجاج السيارات
    3: diagnostic, diag, reprogrammation, debosselage, parallelisme, equilibrage, batteries
    5: vitre* auto*, film* teinte*
    3: turbo*, vitrage auto*, pare brise*, gpl auto, rectification, boite automatique, عجلات
    3: اطارات, مكيفات
    2: peinture, geometrie, batterie, injection, injecteurs, attelage*
    1: electricite general*
  `,
  fleet: `
    6: freight forwarding, road transport, freight, cargo, haulage
    5: groupage*, affretement*
    6: transport de marchandise*, transport routier, transport touristique
    6: rent a car, car hire, vehicle rental, autovermietung, mietwagen, ambulance*, كراء السيارات, نقل البضائع
    5: navette aeroport*, navettes aeroport*, transfert aeroport*, transferts aeroport*, transport collectif
    5: transport en commun, transport scolaire, transport de personnes, transport du personnel
    5: location de voiture*, location voiture*, location de vehicule*, car rental, taxi*, تاكسي
    5: سيارات اسعاف, vtc, chauffeur prive, تأجير السيارات, ايجار السيارات, تأجير سيارات, ايجار سيارات, سيارة اجرة
    5: سيارات الاجرة, نقل المسافرين
    4: location auto*, transport*, louage*, navette*, parc roulant, travaux publics
    4: demenagement*, كراء, نقل
    3: location, location longue duree, rental, rent, louez, autocar*, minibus, transfert*
    3: voyages, terrassement, flotte, fleet, messagerie, اسطول, أسطول
    2: logistique, fret, batiment, camions
    1: parc de
  `,
  driving_school: `
    8: auto ecole*, autoecole*, driving school, تعليم السياقه, مدرسة سياقة
    7: سياقة, سياقه, تعليم القيادة, رخصة القيادة
    5: permis de conduire
    4: code de la route
    2: permis, moniteur*, monitrice*, conduite, رخصة
  `,
  dealer: `
    6: concessionnaire*, concession auto*, car dealer*
    5: vente de voiture*, vente voiture*, achat et vente de voitures, vente de vehicule*
    5: vente et achat de voiture*, vente et achat de vehicule*, achat et vente de vehicule*
    5: vente automobile*, achat vente automobile*, vente de motos, motos neuves
    4: reprise de vehicule*, vente et reprise, achat vente, motos d occasion, moto d occasion, scooters neufs
    5: achete et vend*, achetons et vendons, vend* des voitures*, vendre ma voiture, vendez votre voiture
    4: nos concessions, parc auto, notre concession, vehicules neufs et d occasion
    5: test drive, configurateur, essai routier, reserver un essai, reservez un essai, demander un essai
    4: nos modeles, nouveau modele, nouveaux modeles, nouvelle gamme, notre gamme de vehicules
    5: بيع السيارات, وكالة سيارات, بيع وشراء السيارات, معرض سيارات, معارض السيارات
    4: سيارات مستعملة, السيارات المستعملة, سيارات جديدة, السيارات الجديدة
    4: voitures d occasion, voitures occasion, voiture occasion, vehicules d occasion
    4: vehicules neufs, voitures neuves, distributeur officiel, representant officiel
    3: showroom*
    2: occasions, motors, cars, وكيل
    1: reprise, essai, gamme
  `,
  reseller: `
    7: قطع غيار, قطع الغيار, لقطع غيار, لقطع الغيار
    6: pieces de rechange*, piece de rechange, pieces auto*, pieces detachees, casse auto*
    6: piece auto*, piece detachee*
    6: auto parts, equipement* de garage*, equipement* pour garage*, materiel pour garage*
    4: outillage*, ponts elevateurs
    5: pieces d occasion, spare parts
    4: casse, accessoires auto*, importateur de pieces, quincaillerie auto, غيار
    3: pieces, ferraille, grossiste*
    3: equipementier*, equipement auto*
    2: references en stock, lubrifiants, roulements, courroies
    1: accessoires, amortisseurs, radiateurs, optiques
  `,
  administration: `
    8: commissariat regional, agence technique
    6: transports terrestres
    7: commune de, municipalite, بلدية
    6: ministere, direction regionale, office national, وزارة, المندوبية
    5: commune, etablissement public, agence nationale, conseil municipal, delegation regionale
    4: appel d offres, appels d offres, republique tunisienne, direction generale
    4: hotel de ville, ديوان
    3: gouvernorat, site officiel
  `,
  station: `
    8: station service*, car wash
    2: station lavage, station de lavage, stations de lavage
    8: محطة بنزين
    7: lavage auto*, lavage automobile
    5: lavage, محطة, غسيل
    7: غسيل السيارات, محطة وقود
    4: carburant*, محروقات
    3: station, sans plomb, lave
    2: gasoil, essence, polissage, kiosque, parking*
  `,
  other: `
    8: immobilier*, immobiliere*, عقارات
    5: hotel*, restaurant*, traiteur*, salle de fetes, salle des fetes, polyclinique*, dentiste*
    5: avocat*, pharmacie*, coiffure, serrurerie, serrurier*, plomberie, plombier*
    5: imprimerie*, menuiserie*, electromenager*, playstation, smartphone*, بلايستيشن, طباعة
    5: مطبعة, مطعم, صيدلية, عيادة, نجارة, الهواتف, الحواسيب, ألعاب, الألعاب
    6: assurance auto*, assurances auto*, cabinet d assurance*, courtier*, agent general d assurance*
    6: peinture batiment*, peinture decorative, ravalement*, expertise auto*, expert auto*, expertise comptable
    5: formation professionnelle*, centre de formation*, station balneaire*, informatique, ordinateur*
    5: sonorisation*, evenementiel*, chapiteau*, cariste*, caces, conduite engins, conduite d engins
    4: appartement*, villa*
    3: assurance, assurances
  `,
}
