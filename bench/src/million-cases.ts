import type { Stage } from './stage.js';

const CASES = 1_000_000;

const WORDS = [
  '透析',
  '挂床',
  '串换药品',
  '超量开药',
  '冒名就医',
  '虚构病情',
  '分解住院',
  '重复收费',
  '伪造处方',
  '套取基金',
];

/** Rows as acts leave them, with titles of everyday words; one in two hundred is about dialysis. */
export async function fill({ bare, cast, installed }: Stage): Promise<void> {
  await bare.query(
    `insert into case_file (id, region, number, stage, title, handler, next_due, opened_at, state, version, seq, head)
     select gen_random_uuid(), $1, '〔2026〕990001医保案字第' || n || '号',
       (array['verification', 'investigation', 'approval', 'execution', 'struckOff'])[1 + n % 5],
       '甲县第' || n % 500 || '医院' || ($3::text[])[1 + n % 9 + 1] || case when n % 200 = 0 then '血液透析次数不实' else '' end,
       $2, timestamptz '2026-11-01' + n % 90 * interval '1 day', timestamptz '2020-01-01' + n * interval '3 minutes',
       jsonb_build_object('subject', jsonb_build_object('name', '甲县第' || n % 500 || '医院')), 1, 1, '\\x00'
     from generate_series(1, $4::int) n`,
    [installed.region('990001'), cast.investigator.account, WORDS, CASES],
  );
  await bare.query('vacuum analyze case_file');
}
