import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 加处罚款 is paid like a fine, and kept apart from it. */
export class Surcharge1764000000037 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table money_entry drop constraint money_entry_ledger_known,
        add constraint money_entry_ledger_known check (ledger in ('refund', 'fine', 'surcharge'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table money_entry drop constraint money_entry_ledger_known,
        add constraint money_entry_ledger_known check (ledger in ('refund', 'fine'))`);
  }
}
