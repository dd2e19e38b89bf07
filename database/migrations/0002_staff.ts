import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      create table staff_members (
        id integer generated always as identity primary key,
        email text not null check (email = lower(email)),
        full_name text not null,
        password text not null,
        role text not null check (role in
          ('owner', 'counter', 'warehouse', 'buyer', 'sales', 'accountant', 'readonly')),
        locale text not null default 'fr' check (locale in ('fr', 'ar', 'en')),
        disabled_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create unique index staff_members_email on staff_members (email);

      -- One row per login, of a browser or of an API client: revoking it ends the login.
      create table logins (
        sid uuid primary key default gen_random_uuid(),
        staff_member_id integer not null references staff_members on delete cascade,
        kind text not null check (kind in ('web', 'api')),
        ip text,
        user_agent text,
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        revoked_at timestamptz
      );
      create index logins_of_member on logins (staff_member_id, created_at desc);

      -- Keys that sign access tokens; the private half is encrypted with APP_KEY.
      create table signing_keys (
        kid uuid primary key default gen_random_uuid(),
        public_jwk jsonb not null,
        private_jwk text not null,
        created_at timestamptz not null default now(),
        retired_at timestamptz
      );

      -- Only the hash of a reset token is kept; a token works once.
      create table password_resets (
        token_hash text primary key,
        staff_member_id integer not null references staff_members on delete cascade,
        expires_at timestamptz not null,
        used_at timestamptz,
        created_at timestamptz not null default now()
      );
    `)
  }
}
