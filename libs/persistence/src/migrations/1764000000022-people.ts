import type { MigrationInterface, QueryRunner } from 'typeorm';

const BY_REGION = ['campaign_group', 'appointment', 'acknowledgement', 'guidance_note', 'duty', 'delegation'] as const;

/** 组织与职责: who sits where and since when, who acts for whom, what was acknowledged, and who is to do what. */
export class People1764000000022 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Groups the campaign has beside those of its plan.
      create table campaign_group (
        id uuid primary key,
        campaign_id uuid not null references campaign,
        region text not null,
        kind text not null constraint campaign_group_kind_known check (kind in ('leadingGroup', 'office', 'workingGroup', 'inspectionTeam')),
        name text not null,
        area text,
        duties text,
        added_at timestamptz not null
      );
      create index campaign_group_campaign on campaign_group (campaign_id, added_at);

      -- From its first day to the day before its last: a change is a new row, and who sat there before stays to be read.
      create table appointment (
        id uuid primary key,
        campaign_id uuid not null references campaign,
        region text not null,
        group_key text not null,
        seat text not null,
        account_id uuid references account,
        name text not null,
        employer text,
        post text,
        phone text,
        from_day date not null,
        until_day date constraint appointment_days_in_order check (until_day >= from_day),
        ended_because text,
        status text not null constraint appointment_status_known check (status in ('serving', 'ended')),
        version int not null,
        appointed_by uuid not null references account
      );
      create index appointment_campaign on appointment (campaign_id, group_key, from_day);

      create table delegation (
        id uuid primary key,
        region text not null,
        principal_id uuid not null references account,
        deputy_id uuid not null references account constraint delegation_to_another check (deputy_id <> principal_id),
        permissions text[] not null,
        campaigns uuid[] not null,
        cases uuid[] not null,
        reason text not null,
        from_at timestamptz not null,
        until_at timestamptz not null constraint delegation_times_in_order check (until_at > from_at),
        given_at timestamptz not null,
        revoked_at timestamptz
      );
      create index delegation_principal on delegation (principal_id, from_at desc);
      create index delegation_deputy on delegation (deputy_id, from_at desc);
      -- Which sessions act for somebody now, and by what right.
      create table acting (
        token_hash bytea primary key references session on delete cascade,
        delegation_id uuid not null references delegation
      );
      grant select, insert, update, delete on acting to fundguard_app;
      create index event_by_principal on event (file_id) where actor ? 'actingFor';

      create table acknowledgement (
        campaign_id uuid not null references campaign,
        region text not null,
        document text not null,
        account_id uuid not null references account,
        at timestamptz not null,
        primary key (campaign_id, document, account_id)
      );

      create table guidance_note (
        id uuid primary key,
        campaign_id uuid not null references campaign,
        region text not null,
        kind text not null constraint guidance_note_kind_known check (kind in ('guidance', 'manual')),
        title text not null,
        edition int not null,
        text text not null,
        units uuid[] not null,
        issued_by uuid not null references account,
        issued_at timestamptz not null,
        unique (campaign_id, kind, title, edition)
      );

      create table duty (
        id uuid primary key,
        campaign_id uuid not null references campaign,
        region text not null,
        task text not null,
        lead text not null,
        supporting text[] not null,
        account_id uuid not null references account,
        due date not null,
        status text not null constraint duty_status_known check (status in ('open', 'done')),
        version int not null,
        outcome text,
        assigned_by uuid not null references account,
        assigned_at timestamptz not null
      );
      create index duty_campaign on duty (campaign_id, due, id);
      create index duty_person on duty (account_id, due) where status = 'open';

      grant select, insert on ${BY_REGION.join(', ')} to fundguard_app;
      revoke update, delete on ${BY_REGION.join(', ')} from fundguard_app;
      grant update (until_day, ended_because, status, version) on appointment to fundguard_app;
      grant update (revoked_at) on delegation to fundguard_app;
      grant update (account_id, status, version, outcome) on duty to fundguard_app;
    `);
    for (const table of BY_REGION) {
      await db.query(`
        alter table ${table} enable row level security;
        create policy ${table}_by_region on ${table} to fundguard_app
          using (region_visible(region)) with check (region_visible(region));
      `);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index event_by_principal; drop table acting');
    for (const table of [...BY_REGION].reverse()) await db.query(`drop table ${table}`);
  }
}
