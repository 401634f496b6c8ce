import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases with the columns people look them up by, and the two money ledgers. */
export class Case1764000000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create sequence case_number;

      create table case_file (
        id uuid primary key,
        region text not null references region,
        number text not null unique,
        stage text not null,
        title text not null,
        subject_unit uuid references unit,
        campaign_id uuid references campaign,
        handler uuid not null references account,
        next_due timestamptz,
        opened_at timestamptz not null,
        state jsonb not null,
        version bigint not null,
        seq bigint not null,
        head bytea not null,
        announced bigint not null default 0
      );
      create index case_file_region on case_file (region, id);
      create index case_file_stage on case_file (region, stage, id);
      create index case_file_handler on case_file (handler, id);

      -- 条例 45: refunds go to the fund, fines to the treasury.
      create table money_entry (
        case_id uuid not null references case_file,
        seq bigint not null,
        ledger text not null constraint money_entry_ledger_known check (ledger in ('refund', 'fine')),
        region text not null,
        amount bigint not null constraint money_entry_amount_positive check (amount > 0),
        paid_on date not null,
        voucher text not null,
        primary key (case_id, seq)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table money_entry; drop table case_file; drop sequence case_number');
  }
}
