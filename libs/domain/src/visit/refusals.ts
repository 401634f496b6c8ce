import { Refusal } from '../refusal.js';
import { VISIT_STATUS_NAMES, type Visit } from './visit.js';

export const visitStatus = ({ status, version }: Pick<Visit, 'status' | 'version'>): Refusal =>
  new Refusal(
    'conflict',
    'visit.status',
    {
      zh: `该次检查${VISIT_STATUS_NAMES[status].zh}，不能进行此操作`,
      en: `the visit is ${VISIT_STATUS_NAMES[status].en}; this is not done then`,
    },
    { standing: { status, version } },
  );

export const notInTeam = (): Refusal =>
  new Refusal('forbidden', 'visit.not-your-team', {
    zh: '仅本次检查的检查人员可以操作',
    en: 'only the inspectors of this visit do this',
  });
