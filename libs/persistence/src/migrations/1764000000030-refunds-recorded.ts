import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A refund says since when the ledger knows of it; of older ones only their day is known. */
export class RefundsRecorded1764000000030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      update problem set refunds = (
        select jsonb_agg(r || jsonb_build_object('recordedAt', r ->> 'paidOn' || 'T15:59:59.000Z') order by place)
        from jsonb_array_elements(refunds) with ordinality as e (r, place))
      where jsonb_array_length(refunds) > 0
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update problem set refunds = (
        select jsonb_agg(r - 'recordedAt' order by place) from jsonb_array_elements(refunds) with ordinality as e (r, place))
      where jsonb_array_length(refunds) > 0
    `);
  }
}
