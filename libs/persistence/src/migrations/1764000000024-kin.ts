import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 上下联动、子方案、回头看: what a campaign belongs to, and what it took over. */
export class Kin1764000000024 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table campaign
        add parent_id uuid constraint campaign_parent_id_fkey references campaign,
        add predecessor_id uuid constraint campaign_predecessor_id_fkey references campaign;
      create index campaign_parent on campaign (parent_id) where parent_id is not null;
      create index campaign_predecessor on campaign (predecessor_id) where predecessor_id is not null;

      -- Where a campaign above one's own region stands, for those who draft one below it.
      create function campaign_standing(id uuid) returns table (id uuid, region text, status text)
        language sql stable security definer set search_path = public
        as 'select c.id, c.region, c.status from campaign c where c.id = campaign_standing.id';

      alter table problem
        add inherited_from uuid references problem,
        add inherited_case uuid references case_file,
        add recheck text constraint problem_recheck_known check (recheck in ('due', 'done')),
        add constraint problem_inherited_once unique (inherited_from),
        add constraint problem_case_inherited_once unique (inherited_case);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table problem drop inherited_from, drop inherited_case, drop recheck;
      drop function campaign_standing(uuid);
      alter table campaign drop parent_id, drop predecessor_id;
    `);
  }
}
