import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- Uses again what a holder had and gave back, all or none: false when somebody else has used one up meanwhile.
      create function resume_promotions(of_holder text) returns boolean language plpgsql as $$
      declare
        given_back record;
      begin
        for given_back in select promotion_id from promotion_redemptions
            where holder = of_holder and released_at is not null order by 1 loop
          update promotions set uses = uses + 1 where id = given_back.promotion_id and uses < max_uses;
          if not found and exists (
              select from promotions where id = given_back.promotion_id and max_uses is not null) then
            raise exception 'used up' using errcode = 'check_violation';
          end if;
          update promotion_redemptions set released_at = null
            where promotion_id = given_back.promotion_id and holder = of_holder;
        end loop;
        return true;
      exception when check_violation or unique_violation then
        -- What this block has written is undone with it.
        return false;
      end $$;
    `)
  }
}
