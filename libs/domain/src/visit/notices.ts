import { type Addressee, toAccount, toUnit } from '../addressee.js';
import type { Bilingual } from '../text.js';
import { type Visit, isSecret } from './visit.js';

/**
 * Who is told when a visit was acted on. Mail leaves the platform: inspectors are told that there is something, never where;
 * a unit is told nothing of what was not made known.
 */
export function visitNotices(
  kind: string,
  { before, after }: { readonly before: Visit; readonly after: Visit },
  campaign: string,
): { readonly to: Addressee; readonly subject: Bilingual }[] {
  const unit = (zh: string, en: string) => [{ to: toUnit(after.unit), subject: titled(campaign, zh, en) }];
  const { day } = after;
  switch (kind) {
    case 'visitNoticed':
      return unit(`${day} 对你单位进行现场检查`, `an on-site inspection of your unit on ${day}`);
    case 'visitArrived':
      return isSecret(before)
        ? unit(`${day} 开始对你单位进行现场检查`, `an on-site inspection of your unit began on ${day}`)
        : [];
    case 'visitFinished':
      return unit('现场检查结束，可查看检查笔录', 'the on-site inspection is finished; its record can be read');
    case 'visitRescheduled':
      return [
        ...inspectorNotices(after, campaign, '现场检查安排有调整', 'an inspection of yours was rescheduled'),
        ...(isSecret(before) ? [] : unit(`现场检查改为 ${day}`, `the on-site inspection was moved to ${day}`)),
      ];
    case 'visitCancelled':
      return [
        ...inspectorNotices(after, campaign, '现场检查已取消', 'an inspection of yours was cancelled'),
        ...(isSecret(before) ? [] : unit('现场检查已取消', 'the on-site inspection was cancelled')),
      ];
    default:
      return [];
  }
}

export const inspectorNotices = ({ team }: Pick<Visit, 'team'>, campaign: string, zh: string, en: string) =>
  team.map((each) => ({ to: toAccount(each), subject: titled(campaign, zh, en) }));

const titled = (campaign: string, zh: string, en: string): Bilingual => ({
  zh: `${campaign}：${zh}`,
  en: `${campaign}: ${en}`,
});
