import type { MigrationInterface, QueryRunner } from 'typeorm';

const RENAMED: Readonly<Record<string, string>> = {
  ...{
    'problems-entered': 'problems-found',
    'problems-amount': 'problem-amount',
    'problems-refunded': 'problem-refunds',
  },
  ...{ 'cases-opened': 'leads-registered', 'cases-refunded': 'refunds-recovered', 'cases-fined': 'fines-paid' },
  institutions: 'institutions-participating',
};
const rename = (names: readonly (readonly [string, string])[]) =>
  `update campaign set plan = ${names.reduce(
    (plan, [from, to]) => `replace(${plan}, '"prefill": "${from}"', '"prefill": "${to}"')`,
    'plan::text',
  )}::jsonb where plan::text like '%"prefill": "%'`;

/**
 * A refund says since when the ledger knows of it; of older ones only their day is known. Forms fill reports with indicators, and call
 * them by their names.
 */
export class FiguresOfReports1764000000030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      update problem set refunds = (
        select jsonb_agg(r || jsonb_build_object('recordedAt', r ->> 'paidOn' || 'T15:59:59.000Z') order by place)
        from jsonb_array_elements(refunds) with ordinality as e (r, place))
      where jsonb_array_length(refunds) > 0
    `);
    await db.query(rename(Object.entries(RENAMED)));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update problem set refunds = (
        select jsonb_agg(r - 'recordedAt' order by place) from jsonb_array_elements(refunds) with ordinality as e (r, place))
      where jsonb_array_length(refunds) > 0
    `);
    await db.query(rename(Object.entries(RENAMED).map(([from, to]) => [to, from])));
  }
}
