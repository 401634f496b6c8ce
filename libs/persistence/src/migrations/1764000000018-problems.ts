import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 问题台账: what each unit has to put right. A line lies in its unit's region; the campaign may be of one above. */
export class Problems1764000000018 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table problem (
        id uuid primary key,
        campaign_id uuid not null references campaign,
        unit_id uuid not null references unit,
        region text not null,
        status text not null constraint problem_status_known check (status in ('open', 'reported', 'returned', 'struckOff')),
        version int not null,
        source text not null,
        category text not null,
        what text not null,
        amount bigint not null constraint problem_amount_counts check (amount >= 0),
        refunds jsonb not null,
        refunded bigint not null constraint problem_refund_within check (refunded between 0 and amount),
        due date not null,
        entered_by uuid not null references account,
        entered_at timestamptz not null,
        rectification jsonb,
        note text,
        shams int not null
      );
      create index problem_campaign on problem (campaign_id, due, id);
      create index problem_unit on problem (unit_id, due, id);
      grant select, insert, update on problem to fundguard_app;
      revoke delete on problem from fundguard_app;

      alter table problem enable row level security;
      create policy problem_by_region on problem to fundguard_app
        using (region_visible(region)) with check (region_visible(region));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table problem');
  }
}
