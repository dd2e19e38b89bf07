import { foldWords } from '#app/platform/text/fold_words'

/** Words that stand where names do and name nobody. What `|` sets apart is compared as a whole, `d acces` as `d'accès` too. */
const setOf = (text: string) =>
  new Set(
    text
      .split('|')
      .flatMap((each) => [
        foldWords(each),
        foldWords(each.replace(/(?<=^|\s)([dl]) (?=[aeiouy])/g, "$1'")),
      ])
  )

/** Names of pages, of their parts and of what one may do there. */
export const GENERIC = setOf(
  `home page|homepage|page accueil|page acceuil|page d'accueil|acceuil|accueil|home|index|contact|contacts|contactez nous|nous contacter|contact us|nous trouver|nos services|services|service|
   a propos|à propos de nous|qui sommes nous|about|about us|bienvenue|welcome|bienvenue sur notre site|bienvenue chez nous|bienvenue à tous|nos agences|agences|flotte|produits|nos produits|boutique|shop|menu|mentions legales|site officiel|
   tunisie|tunisia|adresse|telephone|tel|gsm|mobile|fax|email|mail|whatsapp|galerie|actualites|blog|news|horaires|plan du site|conditions|liens|siege|magasin|bureau|depot|usine|nos centres|garage|logo|image|site|site web|notre site|
   الرييسيه|الرئيسيه|رييسيه|اتصل بنا|من نحن|untitled|untitled document|document sans titre|nouvelle page|new page|joomla|my site|mon site|coming soon|page not found|404|erreur 404|
   carrosserie|mecanique|auto ecole|taxi|transport|transports|location|location de voiture|location de voitures|location voiture|location voitures|rent a car|car rental|
   pieces auto|piece auto|pieces de rechange|pieces detachees|pieces automobiles|lavage auto|depannage|remorquage|concessionnaire|showroom|accueil bienvenue|nos realisations|realisations|
   مرحبا بكم|مرحبا|اهلا وسهلا|اهلا بكم|aller au contenu|aller au contenu principal|passer au contenu|skip to content|skip to main content|image logo footer|logo site|
   nos coordonnees|coordonnees|informations de contact|contact details|contact info|contact information|notre adresse|our address|siege social|suivez nous|follow us|nous rendre visite|où nous trouver|nous appeler|
   connectez vous|connectez nous|connexion|se connecter|login|sign in|register|inscription|liens utiles|liens rapides|quick links|horaires d ouverture|besoin d aide|my website|website|document|
   devis|devis gratuit|devis en ligne|demander un devis|prendre rendez vous|rendez vous|prise de rendez vous|reservation|reservations|réserver|réserver en ligne|reserver maintenant|book now|tarifs|nos tarifs|prix|nos prix|catalogue|promotions|promotion|promo|nos promotions|nos offres|offres|
   panier|mon panier|cart|checkout|mon compte|my account|espace client|espace pro|faq|questions frequentes|foire aux questions|galerie photos|photos|videos|plan d acces|acces|itineraire|partenaires|nos partenaires|nos marques|marques|temoignages|avis clients|nos clients|
   nouveautes|nouveaux produits|meilleures ventes|produits populaires|produits phares|informations|information|informations legales|politique de confidentialite|confidentialite|privacy|privacy policy|conditions generales|conditions generales de vente|cgv|cookies|newsletter|recherche|search|rechercher|
   en savoir plus|lire la suite|read more|learn more|voir plus|decouvrir|ouvert|ouvert maintenant|ferme|intro|publications|page suivante|retour|retour a l accueil|haut de page|retour en haut|back to top|toggle navigation|fermer|close|langue|francais|anglais|english|arabe|العربية|fr|en|ar|
   notre equipe|equipe|our team|notre histoire|presentation|notre garage|notre atelier|notre parc|nos vehicules|nos voitures|nos modeles|our fleet|fleet|nos formations|formations|prestations|nos prestations|our services|
   haut|bas|corps|cadre|gauche|droite|centre|frame|top|main|header|footer|banner|banniere|bannière|
   قطع غيار|كراء السيارات|ميكانيك|مدرسة سياقة|تواصل معنا|تواصلوا معنا|اتصلوا بنا|للتواصل|التواصل معنا|معلومات الاتصال|معلومات التواصل|بيانات الاتصال|العنوان|عنواننا|الهاتف|هاتف|
   موقعنا|خدماتنا|منتجاتنا|تابعونا|روابط سريعة|روابط مفيدة|أوقات العمل|ساعات العمل|الصفحة الرئيسية|جميع الحقوق محفوظة|الأسعار|أسعارنا|احجز الآن|الحجز|لماذا تختارنا|لماذا نحن|أسئلة شائعة|صور|سلة المشتريات|حسابي|العروض`
)

/** Sites that businesses have pages on, and programs that pages are made with. */
export const PLATFORMS = setOf(
  `facebook|instagram|youtube|linkedin|tiktok|twitter|x|whatsapp|messenger|meta|google|google maps|google sites|google my business|pages jaunes|pagesjaunes|les pages jaunes|tayara|tayara.tn|blogger|blogspot|wordpress|wordpress.com|
   wix|wix.com|wixsite|webnode|weebly|jimdo|shopify|prestashop|joomla|drupal|woocommerce|elementor|odoo|opencart|magento|squarespace|site123|linktree|tripadvisor|kompass|automobile.tn|tunisie annonce|tunisie annonces|affariyet|afariat|ballouchi`
)
/** `Annuaire Pro`: who lists others. */
export const LISTS =
  /^(?:l['’]|les |le )?(?:annuaires?|pages? (?:jaunes|pro)|r[ée]pertoire|guide (?:des|de)|bottin|yellow pages|business directory|دليل)(?![\p{L}])|(?:^|\s)(?:annuaire|directory|listing)$/iu
/** `Propulsé par WordPress`, `Créé avec Wix.com` */
export const MADE_WITH =
  /(?:^|\s)(?:propuls|powered|cr[ée][ée]|r[ée]alis|con[çc]u|d[ée]velopp|fait|made|built|logiciel|th[èe]me|template)\p{L}*\s(?:.{0,30}\s)?(?:par|by|avec|with)(?:\s|$)|(?:^|\s)(?:wordpress|prestashop|wix\.com|woocommerce|blogger|shopify)(?=$|\W)/iu

/** What builders and templates leave where a name belongs. */
export const LEFTOVER =
  /^(?:(?:mon|notre) (?:site|blog|entreprise|commerce)(?: web| internet)? ?\d*|my (?:store|shop|site|website|blog|app|business|company)\b.*|ma (?:boutique|soci[ée]t[ée]|page)(?: en ligne)? ?\d*|(?:le |votre )?nom d[eu] (?:la |l['’]|votre )?(?:soci[ée]t[ée]|entreprise|site|boutique|garage|commerce).*|(?:votre|ton|your|site|company|business|store|shop) (?:logo|nom|soci[ée]t[ée]|entreprise|company|name|brand|title|business|site|tagline).*|logo ?(?:ici|here)|logoipsum|vite(?: ?\+.*| app)?|(?:react|next|create next|nuxt|angular|vue|remix) ?(?:\+.*|app)|template.*|just another .*|un site utilisant .*|lorem\b.*|site en (?:construction|maintenance)|under construction|(?:sample|page) ?\d*|page d['’]exemple|hello world!?|titre.*|title|default.*|nouveau site.*|new site.*|test ?\d*|logo ?\d*)$/iu

/** `Carserv - Car Repair HTML Template`: all of it is the template's. */
export const TEMPLATE =
  /(?:html5?|website|bootstrap|landing page|admin|wordpress|wp) (?:template|th[eè]me)/iu

/** Makers of parts and of cars, banks and insurers: partners show their logos. */
export const BRANDS = setOf(
  `bosch|valeo|mann|mann filter|mahle|hella|denso|delphi|continental|skf|fag|ina|luk|sachs|trw|brembo|ate|gates|dayco|monroe|kyb|bilstein|ngk|champion|febi|snr|ntn|varta|exide|fulmen|assad|nour batteries|total|totalenergies|shell|castrol|mobil|motul|elf|agip|eni|ola energy|
   michelin|pirelli|bridgestone|goodyear|dunlop|hankook|kumho|firestone|yokohama|nexen|kleber|bf goodrich|
   renault|dacia|peugeot|citroen|volkswagen|vw|seat|skoda|audi|bmw|mercedes|mercedes benz|ford|opel|fiat|alfa romeo|toyota|nissan|hyundai|kia|suzuki|mazda|mitsubishi|honda|isuzu|iveco|volvo|scania|man|daf|chery|geely|mg|haval|great wall|byd|jeep|land rover|porsche|mini|lada|tata|mahindra|ssangyong|chevrolet|
   attijari leasing|attijari bank|biat|amen bank|bh|bh assurance|bh bank|star|star assurances|gat assurances|comar|maghrebia|carte assurances|astree|ctama|lloyd|bna|bna assurances|stb|uib|bt|ubci|tunisie leasing|hannibal lease|visa|mastercard|paypal|paymee|konnect|flouci|clictopay|edinar|e dinar|aramex|rapid poste`
)

/** Words that say what somebody offers, and not who he is; beside those of trades. */
export const EMPTY_WORDS = setOf(
  `achat|achats|marque|marques|toute|toutes|tous|tout|dimension|dimensions|rapide|rapides|qualite|professionnel|professionnelle|professionnels|neuf|neufs|neuve|neuves|prix|cher|pas|pas cher|meilleur|meilleurs|ligne|aeroport|longue|courte|duree|domicile|climatisation|
   specialiste|specialistes|specialise|expert|experts|importateur|distributeur|grossiste|leader|numero|n1|depannage|remorquage|marchandise|marchandises|routier|routiere|touristique|rapidite|confiance|proche|multimarque|multimarques|officiel|officielle|agree|
   permis|code|formation|freinage|frein|freins|embrayage|batterie|batteries|filtre|filtres|huile|huiles|amortisseur|amortisseurs|moteur|moteurs|poids|lourd|lourds|utilitaire|utilitaires|moto|motos|scooter|scooters|camion|camions|bus|minibus|vtc|navette|navettes|transfert|transferts|transfer|transfers|airport|cheap|best|private|driver|new|used|
   pare|brise|vitre|vitres|vitrage|teintage|jante|jantes|suspension|echappement|alternateur|alternateurs|demarreur|demarreurs|assistance|financement|garantie|reprise|essai|moniteurs|excursion|excursions|citadine|citadines|berline|berlines|suv|4x4|magasin|magasins|boutique|depot|usine|bureau|bureaux|siege|social|adresse|localisation|contact|prive|privee|chauffeur|avec|sans|sur|par|en|ou|to|for|your|and|with|vehicle|vehicles|tire|tires|tyre|tyres|mecanique|electrique|electronique|site|officiel|web|devis|gratuit|livraison|montage|equilibrage|parallelisme|geometrie|tolerie|sos|24h|24|7j|7|24h24|7j7|h24|luxe|economique|economiques|gros|detail|
   افضل|اسعار|باسعار|جديدة|مستعملة|مطار|المطار|اصلية|اصلي|جميع|انواع|كل|ب|ل`
)

/** How slogans and descriptions begin, and what names do not. */
export const OPENINGS =
  /^(?:votre|vos|notre|nos|un|une|des|toutes?|tous|bienvenue|welcome|achetez|vendez|louez|louer|besoin|prenez|r[ée]servez|appelez|découvrez|d[ée]couvrir|trouver|trouvez|r[ée]ussir|profiter|livraison|promo|pourquoi|comment|depuis|plus de|plus d['’]|tout pour|tout ce|une? |offre|offres|nouveaut[ée]s?|nouveaux|nouvelles?|we|your|the best|our|call|discover|find|book|explore|enjoy|get|why|how|choose|experience|plan|discount|rent your|rent a|best|cheap|affordable|what|where|when|expert (?:en|de|du|des|dans)|leader (?:en|de|du|des|dans|national)|n°|num[ée]ro|sp[ée]cialis\p{L}+ (?:en|de|du|des|dans|de)|importat\p{L}+ (?:en|de|du|des|et)|distribut\p{L}+ (?:en|de|du|des|et)|au service|à votre|pour|avec|dans|si|qu['’]|c['’]est|il|elle|ils|transport de|transport touristique|بيع|كراء|نقل|إصلاح|انضم|احجز|اكتشف|تواصل|أفضل|نحن|نعلمكم|نوفر|نقدم|تعلم|اتصل|اختر|لماذا|كيف|متخصصون|خدمات|اشتر|تمتع|استأجر|جميع|كل)(?![\p{L}\p{N}])/iu

/** Speak to the reader, or of the writer. */
export const PERSONS =
  /(?<![\p{L}\p{N}'’])(?:nous|vous|votre|vos|notre|nos|our|your|yours|you|لكم|معنا|نحن|لك|لدينا|سيارتك|سيارتكم|خدمتكم|عندنا|بكم)(?![\p{L}\p{N}])/iu
/** Verbs that say what is done, in lower case. */
export const VERBS = new Set(
  'est sont sera soit fait font roule trouve trouvent attend arrive conduit change commence peut veut is are was has drive drives make makes start starts waiting'.split(
    ' '
  )
)
/** Look like `Roulez`, `Confiez`, and are none. */
export const NO_ORDERS = new Set('chez assez hafez ramez gomez lopez perez suez'.split(' '))

/** Stand before and behind names: `Bienvenue sur le site de l'Auto-école X`, `X - Site officiel`. */
export const BEFORE_NAMES =
  /^(?:logo(?: d[eu]| de la| de l['’])?(?=[\s:])|(?:page d['’])?accueil(?=[\s:])|bienvenue(?: ?!)?(?: (?:chez|sur|à|au|aux|dans)(?= ))+|welcome to|(?:sur )?(?:le |notre )?site (?:web |internet )?(?:officiel )?(?:de la |de l['’]|des |de |du |d['’])|site officiel(?= )|official (?:web)?site of|contacter|contactez|(?:مرحبا|أهلا(?: وسهلا)?)(?: ?بكم)? (?:في(?= )|ب(?!كم))|موقع(?= )|الموقع الرسمي (?:ل|لل)?|الصفحة الرئيسية(?= )|الرئيسية(?= ))[\s:!,]*/iu
export const BEHIND_NAMES =
  /[\s:,-]{1,9}(?:logo|accueil|page d['’]accueil|site (?:web )?officiel|official (?:web)?site|homepage|home page|الموقع الرسمي|الصفحة الرئيسية|الرئيسية)$/iu
/** What is said of pictures of logos, and not of who they are of. */
export const OF_PICTURES = setOf(
  `logo|logos|logotype|blanc|blanche|noir|white|black|dark|light|couleur|color|footer|header|cropped|crop|copie|copy|final|finale|vf|transparent|transparente|png|jpg|jpeg|svg|webp|gif|new|nouveau|site|web|mobile|retina|icon|favicon|img|image|sans|fond|horizontal|vertical|min|scaled|v1|v2|v3|trans|rgb|petit|grand`
)
