import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 协作部门 beyond police and discipline inspection. Going back fails while an account speaks for one of them. */
export class Partners1764000000033 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table account drop constraint account_partner_known,
        add constraint account_partner_known check (partner in ('police', 'discipline', 'health',
          'marketSupervision', 'drugSupervision', 'audit', 'judiciary'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table account drop constraint account_partner_known,
        add constraint account_partner_known check (partner in ('police', 'discipline'))`);
  }
}
