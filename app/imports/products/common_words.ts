import type { ColumnRule } from '#app/platform/tabular/mapping'

/** Words of people who fill in spreadsheets, in French, English and Arabic. */
export const COMMON_RULES: ColumnRule[] = [
  called(
    'sku',
    `
    reference, ref, ref interne, reference interne, code, code article, code produit,
    article, item code, item number, product code, internal reference, default_code,
    our reference, notre reference, المرجع, رمز المنتج, الرمز`
  ),
  called(
    'name',
    `
    title, nom, designation, libelle, intitule, product name, product title, product,
    produit, nom du produit, nom produit, item name, part name, nom fr, name fr,
    designation fr, nom francais, اسم المنتج, الاسم, التسمية`
  ),
  called(
    'name_ar',
    `
    nom ar, nom arabe, designation ar, designation arabe, libelle arabe, arabic name,
    الاسم بالعربية, الاسم العربي`
  ),
  called(
    'brand',
    `
    marque, manufacturer, maker, fabricant, constructeur, vendor, brand name,
    nom de la marque, equipementier, العلامة, الماركة, العلامة التجارية`
  ),
  called(
    'mpn',
    `
    part number, part no, partno, part, manufacturer part number, mfr part number,
    manufacturer number, maker number, maker reference, ref fabricant,
    reference fabricant, ref constructeur, numero de piece, n piece, ref marque,
    ref fournisseur fabricant, code fabricant, article number, رقم القطعة`
  ),
  called(
    'category_path',
    `
    category, categories, categorie, famille, rayon, category name, famille article,
    type de produit, product category, product type, الصنف, الفئة`
  ),
  called(
    'price',
    `
    prix, prix ttc, prix de vente, prix de vente ttc, prix vente, prix vente ttc,
    prix public, prix unitaire ttc, pv ttc, ttc, tarif, tarif ttc, sale price,
    selling price, sales price, retail price, list price, unit price, price ttc,
    price incl tax, price tax included, price tnd, prix tnd, prix dt, prix en dinars,
    السعر, الثمن, سعر البيع`
  ),
  called(
    'price_ht',
    `
    prix ht, prix vente ht, prix de vente ht, pv ht, tarif ht, ht, price ht,
    price excl tax, price tax excluded, net price, prix unitaire ht, pu ht`
  ),
  called(
    'compare_at_price',
    `
    compare at price, ancien prix, prix barre, old price, was price, msrp`
  ),
  called(
    'cost',
    `
    prix achat, prix d achat, prix d achat ht, prix achat ht, cout, prix de revient,
    cost price, purchase price, wholesale price, standard price, buying price,
    سعر الشراء, التكلفة`
  ),
  called(
    'stock',
    `
    quantity, qty, quantite, qte, qte stock, quantite en stock, en stock,
    stock disponible, disponible, inventory, inventory quantity, stock quantity,
    on hand, quantity on hand, qty on hand, الكمية, المخزون`
  ),
  called(
    'tax_rate',
    `
    tva, taux tva, taux de tva, vat, vat rate, tax, tax rate, taxe, الأداء,
    نسبة الأداء`
  ),
  called(
    'oe_numbers',
    `
    oe, oem, oe number, oem number, oem numbers, oe reference, reference oe,
    references oe, ref oe, ref oem, reference oem, references oem, reference origine,
    ref origine, references d origine, numero origine, numeros oe, original number`
  ),
  called(
    'cross_references',
    `
    cross reference, cross, equivalences, equivalence, references croisees,
    ref equivalentes, references equivalentes, interchange, correspondances`
  ),
  called(
    'supplier_numbers',
    `
    supplier reference, supplier code, supplier sku, ref fournisseur,
    reference fournisseur, code fournisseur`
  ),
  called(
    'superseded_numbers',
    `
    remplace, replaces, supersedes, ancienne reference, anciennes references,
    old reference`
  ),
  called(
    'gtin',
    `
    ean, ean13, ean 13, barcode, upc, code barre, code barres, codebarre, gencod,
    gtin13, gtin ean upc, isbn, الباركود, الرمز الشريطي`
  ),
  called(
    'description',
    `
    description fr, descriptif, part desc, long description, description longue,
    product description, details, الوصف`
  ),
  called(
    'description_ar',
    `
    description arabe, الوصف بالعربية`
  ),
  called(
    'image_url',
    `
    image, images, photo, photos, image urls, images url, image link, picture,
    url image, lien image, الصورة`
  ),
  called(
    'weight_g',
    `
    weight grams, grams, poids g, poids grammes, poids en grammes, weight in grams`
  ),
  called(
    'weight_kg',
    `
    weight, poids, poids kg, weight in kg, الوزن`
  ),
  called(
    'status',
    `
    statut, active, actif, published, publie, enabled, en ligne, الحالة`
  ),
  called(
    'quality',
    `
    qualite, condition, grade, quality grade, الجودة`
  ),
  called(
    'warranty_months',
    `
    garantie, garantie mois, warranty, duree de garantie, الضمان`
  ),
  called(
    'core_charge',
    `
    consigne, core, core deposit`
  ),
  called(
    'orderable',
    `
    sur commande, backorder, allow backorder, available for order, commandable`
  ),
  called(
    'min_quantity',
    `
    quantite minimale, quantite minimum, minimum de commande, minimal quantity, minimum quantity, min quantity, moq,
    الكمية الدنيا`
  ),
  called(
    'pack_size',
    `
    colisage, conditionnement, vendu par, pack, pack quantity, multiple, التعبئة`
  ),
  called(
    'external_id',
    `
    id, product id, id produit`
  ),
  { column: 'image', pattern: /^(?:image|photo)[ _]?(\d+)(?:[ _](?:url|src))?$/i },
  { column: 'category', pattern: /^(?:category|categorie|catégorie)[ _]?(\d)$/i },
]

/** @param names parted by commas; case, accents and punctuation do not matter */
function called(column: string, names: string): ColumnRule {
  return { column, headers: names.split(',').map((name) => name.trim()) }
}
