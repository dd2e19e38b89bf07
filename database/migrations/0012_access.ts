import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- What people of a role may do, as resource:action. The names of built-in roles are texts of the interface.
      create table roles (
        key text primary key check (key ~ '^[a-z][a-z0-9_]{1,39}$'),
        id text not null generated always as (key) stored, -- for the audit log
        name text collate "fr-x-icu" check (name <> ''),
        abilities text[] not null default '{}',
        requires_second_factor boolean not null default false,
        built_in boolean not null default false,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint roles_have_a_name check (built_in or name is not null),
        constraint owners_may_everything check (key <> 'owner' or abilities = '{*}')
      );
      create unique index roles_name on roles (lower(name));

      insert into roles (key, built_in, abilities) values
        ('owner', true, '{*}'),
        ('counter', true, '{dashboard:read,products:read,products:write,prices:write,words:write,exports:read}'),
        ('warehouse', true, '{dashboard:read,products:read}'),
        ('buyer', true, '{dashboard:read,products:read,products:write,costs:read,prices:write,brands:write,
          categories:write,words:write,vehicles:write,imports:read,imports:write,exports:read,reports:read}'),
        ('sales', true, '{dashboard:read,products:read,exports:read}'),
        ('accountant', true, '{dashboard:read,products:read,costs:read,exports:read,audit:read,reports:read}'),
        ('readonly', true, '{dashboard:read,products:read}');

      alter table staff_members
        drop constraint staff_members_role_check,
        add constraint staff_members_role foreign key (role) references roles (key) on update cascade,
        add column second_factor_since timestamptz,
        add column version integer not null default 1;
      create index staff_members_of_role on staff_members (role);
      create index staff_members_by_name on staff_members (full_name collate "fr-x-icu", id);

      -- The secret is encrypted with APP_KEY. A code counts once: the next one has to be of a later step.
      create table second_factors (
        staff_member_id integer primary key references staff_members on delete cascade,
        secret text not null,
        last_step bigint not null,
        created_at timestamptz not null default now()
      );
      -- For whoever lost the telephone: only hashes are kept, each code works once.
      create table recovery_codes (
        code_hash text primary key,
        staff_member_id integer not null references staff_members on delete cascade,
        used_at timestamptz
      );
      create index recovery_codes_of_member on recovery_codes (staff_member_id);

      select audit('roles', 'key');
    `)
  }
}
