import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the record is searched by: newest first, and by who did it. */
export class Audit1764000000012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index event_newest on event (at desc, file_id desc, seq desc);
      create index event_by_person on event ((actor ->> 'account'), at desc) where actor ? 'account';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index event_by_person; drop index event_newest');
  }
}
