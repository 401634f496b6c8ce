import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each unit of a campaign was last chased, and a way to a campaign's chases past its thousands of reports. */
export class Chases1764000000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table participant add column chased_at timestamptz;
      create index event_chases on event (file_id, seq) where kind = 'unitsChased';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index event_chases; alter table participant drop column chased_at');
  }
}
