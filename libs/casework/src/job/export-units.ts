import { UNIT_WORDS, fieldsOf, unitColumns } from '@fundguard/domain';
import type { Slice } from './activities.js';
import { exportSlice, inWords } from './export.js';

const HEADS = Object.fromEntries(fieldsOf(unitColumns).map(({ name, zh }) => [name, zh]));
const head = (name: keyof typeof unitColumns.shape, width: number) => ({ title: HEADS[name] ?? name, width });

/** Headed and worded as an import reads them: what was exported may be put right and brought in again. */
const COLUMNS = [
  head('name', 36),
  head('code', 18),
  head('region', 12),
  { title: '统筹区名称', width: 16 },
  head('kind', 16),
  head('type', 18),
  head('level', 10),
  head('ownership', 12),
  { title: '进行中的专项数', width: 16 },
];

/** This table carries no row policy: the filter stands here. */
const MATCHING = `from unit u join region r on r.path = u.region where starts_with(u.region, $1) and ($2::text is null or u.kind = $2)`;

/** 基本台账 of the owner's region (R-RPT-14). */
export const exportUnits: Slice<'exportUnits'> = async (scene, { unitKind }) => {
  const values = [scene.owner.region, unitKind ?? null];
  return exportSlice(scene, {
    name: '基本台账',
    columns: COLUMNS,
    count: { text: `select count(*)::int as count ${MATCHING}`, values },
    page: (after, limit) => ({
      text: `select u.id::text as cursor, jsonb_build_array(u.name, u.code, r.code, r.name_zh, ${inWords('u.kind', UNIT_WORDS.kind)},
               ${inWords('u.type', UNIT_WORDS.type)}, ${inWords('u.level', UNIT_WORDS.level)},
               ${inWords('u.ownership', UNIT_WORDS.ownership)},
               (select count(*)::text from participant p join campaign c on c.id = p.campaign_id
                where p.unit_id = u.id and p.dropped_at is null and c.status in ('running', 'paused', 'summingUp'))) as cells
             ${MATCHING} and ($3::uuid is null or u.id > $3) order by u.id limit $4`,
      values: [...values, after, limit],
    }),
  });
};
