import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Words that were given to the wrong part: an indicator is no fog light, a pump that injects no injector, a hub no
 * driveshaft. The part that they name is given them as new ones; what staff wrote stays.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      delete from synonyms s using concepts c
      where c.id = s.concept_id and s.source = 'seed' and (c.code, s.term_norm) in (
        select code, fold_words(term) from (values
          ('fog_light', 'clignotant'), ('fog_light', 'cligno'), ('fog_light', 'كلينيوتون'), ('fog_light', 'غماز'),
          ('fog_light', 'غمازات'), ('fog_light', 'klinyoton'), ('fog_light', 'clignoton'), ('fog_light', 'indicator'),
          ('bulb', 'ampoule clignotant'),
          ('injector_any', 'pompe à injection'), ('injector_any', 'pompe d''injection'),
          ('injector_any', 'pompe injection'), ('injector_any', 'pompe HP'), ('injector_any', 'pompe haute pression'),
          ('injector_any', 'بومبة انجكسيون'), ('injector_any', 'مضخة حقن'), ('injector_any', 'بومبة حقن'),
          ('injector_any', 'مضخة ضغط عالي'), ('injector_any', 'pompa injection'),
          ('driveshaft', 'محور عجلة')
        ) moved (code, term)
      )`)
  }
}
