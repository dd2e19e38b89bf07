import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- Who writes and why, for the triggers of this transaction: {actor, source, reason, cause, requestId, ip}.
      -- Cause is what many writes belong to, such as import:12 or bulk:7.
      drop function act_as(text, text, bigint);
      create function act_as(acting jsonb) returns void language sql as $$
        select set_config('shop.acting', acting::text, true)
      $$;
      drop function acting();
      create function acting() returns table (actor text, source text, reason text, cause text,
        import_id bigint, request_id text, ip text) language sql stable as $$
        select coalesce(a ->> 'actor', 'database:' || current_user), coalesce(a ->> 'source', 'database'),
          a ->> 'reason', a ->> 'cause',
          case when a ->> 'cause' like 'import:%' then substr(a ->> 'cause', 8)::bigint end,
          a ->> 'requestId', a ->> 'ip'
        from (select nullif(current_setting('shop.acting', true), '')::jsonb as a) given
      $$;

      create table audit_log (
        id bigint generated always as identity primary key,
        at timestamptz not null default now(),
        actor text not null, -- staff:3, import:12, demo
        source text not null check (source in ('ui', 'api', 'import', 'job', 'command', 'database')),
        action text not null, -- created, updated, deleted, or what a feature calls it
        entity text not null, -- the table
        entity_id text not null,
        label text, -- how people call the record: its SKU, its name
        changes jsonb, -- {"price": [before, after]}; what an import created is its own record
        reason text,
        cause text,
        request_id text,
        ip text
      );
      -- Read newest first, by whatever it is narrowed down by; a record also by what people call it. The
      -- columns behind the order let further filters be answered without a look at the rows.
      create index audit_log_newest on audit_log (at desc, id desc);
      create index audit_log_of_record on audit_log (entity_id, entity, at desc, id desc);
      create index audit_log_of_name on audit_log using hash (lower(label));
      create index audit_log_of_actor on audit_log (actor, at desc, id desc, entity, action, source);
      create index audit_log_of_entity on audit_log (entity, at desc, id desc, action, source);
      create index audit_log_of_action on audit_log (action, at desc, id desc, entity, source)
        where action <> 'created';
      create index audit_log_of_source on audit_log (source, at desc, id desc) where source <> 'import';
      create index audit_log_of_cause on audit_log (cause, id) where cause is not null;

      create function refuse_rewriting() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
      end $$;
      create trigger audit_log_is_append_only before update or delete or truncate on audit_log
        for each statement execute function refuse_rewriting();

      -- What a row is made of, without what says nothing and with secrets covered.
      create function audited_fields(fields jsonb, ignored text[], hidden text[]) returns jsonb
        language sql immutable as $$
        select coalesce(jsonb_object_agg(key, case when key = any (hidden) then '"•••"' else value end), '{}')
        from jsonb_each(fields) where key <> all (ignored) and value <> 'null'
      $$;

      -- Arguments: the columns that name a record for people, those to leave out, those to cover.
      create function record_audit() returns trigger language plpgsql as $$
      declare
        label text := tg_argv[0];
        ignored text[] := string_to_array(tg_argv[1], ' ') || array['id', 'version', 'created_at', 'updated_at'];
        hidden text[] := string_to_array(tg_argv[2], ' ');
      begin
        if tg_op = 'INSERT' and (select source in ('ui', 'api') from acting()) then
          insert into audit_log (actor, source, action, entity, entity_id, label, changes, reason, cause, request_id, ip)
          select a.actor, a.source, 'created', tg_table_name, n.fields ->> 'id', n.fields ->> label, (
              select jsonb_object_agg(key, jsonb_build_array(null, value))
              from jsonb_each(audited_fields(n.fields, ignored, hidden))),
            a.reason, a.cause, a.request_id, a.ip
          from (select to_jsonb(r) as fields from new_rows r) n cross join acting() a;
        elsif tg_op = 'INSERT' then
          -- By the hundred thousand: that they are there says what they are.
          execute format(
            'insert into audit_log (actor, source, action, entity, entity_id, label, reason, cause, request_id, ip)
             select a.actor, a.source, ''created'', %L, n.id::text, n.%I::text, a.reason, a.cause, a.request_id, a.ip
             from new_rows n cross join acting() a', tg_table_name, label);
        elsif tg_op = 'DELETE' then
          insert into audit_log (actor, source, action, entity, entity_id, label, changes, reason, cause, request_id, ip)
          select a.actor, a.source, 'deleted', tg_table_name, o.fields ->> 'id', o.fields ->> label, (
              select jsonb_object_agg(key, jsonb_build_array(value, null))
              from jsonb_each(audited_fields(o.fields, ignored, hidden))),
            a.reason, a.cause, a.request_id, a.ip
          from (select to_jsonb(r) as fields from old_rows r) o cross join acting() a;
        else
          insert into audit_log (actor, source, action, entity, entity_id, label, changes, reason, cause, request_id, ip)
          select a.actor, a.source,
            case when changed.fields -> 'deleted_at' -> 1 <> 'null' then 'deleted'
                 when jsonb_exists(changed.fields, 'deleted_at') then 'restored' else 'updated' end,
            tg_table_name, n.fields ->> 'id', n.fields ->> label, changed.fields,
            a.reason, a.cause, a.request_id, a.ip
          from (select r.id, to_jsonb(r) as fields from new_rows r) n
          join (select r.id, to_jsonb(r) as fields from old_rows r) o using (id)
          cross join acting() a
          cross join lateral (
            select jsonb_object_agg(key, case when key = any (hidden) then '["•••", "•••"]'
              else jsonb_build_array(o.fields -> key, value) end) as fields
            from jsonb_each(n.fields)
            where value is distinct from o.fields -> key and key <> all (ignored)) changed
          where changed.fields is not null;
        end if;
        return null;
      end $$;

      create function audit(audited regclass, label text, ignored text default '', hidden text default '')
        returns void language plpgsql as $$
      begin
        execute format('create trigger audit_insert after insert on %s referencing new table as new_rows
          for each statement execute function record_audit(%L, %L, %L)', audited, label, ignored, hidden);
        execute format('create trigger audit_update after update on %s referencing old table as old_rows new table as new_rows
          for each statement execute function record_audit(%L, %L, %L)', audited, label, ignored, hidden);
        execute format('create trigger audit_delete after delete on %s referencing old table as old_rows
          for each statement execute function record_audit(%L, %L, %L)', audited, label, ignored, hidden);
      end $$;

      alter table equivalence_verdicts
        add column id text not null generated always as (product_a::text || ':' || product_b::text) stored;
      select audit('products', 'sku'), audit('brands', 'name'), audit('categories', 'name_fr'),
        audit('attributes', 'code'), audit('concepts', 'code'), audit('synonyms', 'term'),
        audit('staff_members', 'email', '', 'password'), audit('equivalence_verdicts', 'id');
    `)
  }
}
