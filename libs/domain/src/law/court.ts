import type { WorkingCalendar } from '../time/calendar.js';
import type { Bilingual } from '../text.js';
import { type Day, dayOf, endOf, plusDays } from '../time/instant.js';
import { startClock } from './clock.js';
import { type LawPack, clockRuleOf } from './pack.js';

/** What decides when a court can be asked to enforce a decision. */
export interface Unpaid {
  /** The decision was served. */
  readonly servedOn: Day;
  /** 复议决定书 was received, where there was a reconsideration. */
  readonly reconsideredOn?: Day;
  /** 暂缓或者分期缴纳 ends. */
  readonly deferredUntil?: Day;
  /** 催告书 was served. */
  readonly demandedOn?: Day;
}

export interface CourtWindow {
  /** The last day on which the party may still apply for reconsideration or sue. */
  readonly remedyEnds: Day;
  /** The first day of an application; unknown until the demand was served. */
  readonly opens?: Day;
  readonly closes: Day;
  readonly explanation: readonly Bilingual[];
}

/**
 * 申请法院强制执行的期限: three months from the end of the time for remedies (行政强制法 53), not from the day for payment;
 * where payment was put off, from the end of that (行政处罚法 72 II). Ten working days after the demand was served (54, 69).
 */
export function courtWindow(
  { servedOn, reconsideredOn, deferredUntil, demandedOn }: Unpaid,
  law: LawPack,
  calendar: WorkingCalendar,
): CourtWindow {
  const ends = (clock: string, from: Day) => dayOf(startClock(clockRuleOf(law, clock), endOf(from), calendar).due);
  const remedyEnds = reconsideredOn
    ? ends('litigationAfterReconsideration', reconsideredOn)
    : latest(ends('reconsideration', servedOn), ends('litigation', servedOn));
  const from = deferredUntil ? latest(deferredUntil, remedyEnds) : remedyEnds;
  const closes = ends('courtApplication', from);
  const complied = demandedOn && ends('demand', demandedOn);
  const opens = complied && latest(plusDays(complied, 1), plusDays(from, 1));
  return {
    remedyEnds,
    ...(opens ? { opens } : {}),
    closes,
    explanation: [
      reconsideredOn
        ? {
            zh: `${reconsideredOn} 收到复议决定，起诉期限至 ${remedyEnds}（${articleOf(law, 'litigationAfterReconsideration')}）`,
            en: `reconsidered on ${reconsideredOn}: the party may sue until ${remedyEnds} (${articleOf(law, 'litigationAfterReconsideration')})`,
          }
        : {
            zh: `${servedOn} 送达，复议和起诉期限均于 ${remedyEnds} 届满（${articleOf(law, 'reconsideration')}；${articleOf(law, 'litigation')}）`,
            en: `served on ${servedOn}: the time for remedies ends on ${remedyEnds} (${articleOf(law, 'reconsideration')}; ${articleOf(law, 'litigation')})`,
          },
      ...(deferredUntil
        ? [
            {
              zh: `暂缓、分期缴纳至 ${deferredUntil}，申请期限自其结束且救济期限届满起算（行政处罚法 第七十二条第二款）`,
              en: `payment was put off until ${deferredUntil}; the window begins when that and the time for remedies have ended (行政处罚法 第七十二条第二款)`,
            },
          ]
        : []),
      ...(complied
        ? [
            {
              zh: `${demandedOn} 送达催告书，十个工作日至 ${complied}（${articleOf(law, 'demand')}）`,
              en: `the demand was served on ${demandedOn}: ten working days, until ${complied} (${articleOf(law, 'demand')})`,
            },
          ]
        : [
            {
              zh: `尚未送达催告书；申请前应当催告（${articleOf(law, 'demand')}）`,
              en: `no demand was served yet; it comes before the application (${articleOf(law, 'demand')})`,
            },
          ]),
      {
        zh: `三个月内申请，至 ${closes}（${articleOf(law, 'courtApplication')}）`,
        en: `to be applied for within three months, until ${closes} (${articleOf(law, 'courtApplication')})`,
      },
    ],
  };
}

const latest = (one: Day, other: Day): Day => (one > other ? one : other);
const articleOf = (law: LawPack, clock: string): string => clockRuleOf(law, clock).article;
