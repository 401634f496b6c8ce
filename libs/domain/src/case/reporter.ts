import { z } from 'zod';
import type { Context } from '../act.js';
import { requirePerson } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { text } from '../text.js';
import { type CaseEvent, clockKey, limit } from './act.js';
import { deskAct } from './desk-act.js';
import { type CaseClock, type CaseFile, STAGES, isOpen } from './file.js';
import type { ReporterMark } from '../reporter/reporter.js';

/** From the decision to file or not to file, each named reporter is told of it (令5号): five working days. */
export const answersOwed = ({ reporters = [] }: CaseFile, context: Context): CaseClock[] =>
  reporters
    .filter(({ kind, answered }) => kind === 'named' && !answered)
    .map(({ id }) => limit(context, 'reporterAnswer', context.now, { of: id }));

/** 登记举报人: that there is one, and whether by name. Who it is goes into the vault in the same transaction. */
export function registerReporter(file: CaseFile, { id, kind }: ReporterMark, context: Context): CaseEvent {
  requirePerson(context.actor, 'case.intake');
  if (!isOpen(file))
    throw new Refusal('conflict', 'case.stage', { zh: '案件已终结，不再登记举报人', en: 'the case has ended' });
  const mark: ReporterMark = { id, kind };
  const isDecided = file.stage !== 'verification' && file.stage !== 'filing';
  return {
    kind: 'reporterRegistered',
    changes: { reporters: [...(file.reporters ?? []), mark] },
    data: { reporter: id, kind },
    starts: isDecided ? answersOwed({ ...file, reporters: [mark] }, context) : [],
  };
}

/** 答复举报人. What was said is kept; who they are and where they were reached is not said here. */
export const answerReporter = deskAct(
  STAGES,
  z.strictObject({
    reporter: z.uuid(),
    how: z.enum(['phone', 'post', 'email', 'message', 'in-person']),
    answer: text(5_000).meta({ description: 'What they were told; not who they are' }),
  }),
  (file, data) => {
    const found = (file.reporters ?? []).find(({ id }) => id === data.reporter);
    if (!found) throw new Refusal('not-found', 'reporter.not-found', { zh: '没有此举报人', en: 'no such reporter' });
    if (found.kind === 'anonymous')
      throw new Refusal('conflict', 'reporter.anonymous', {
        zh: '匿名举报人凭查询码自行查询，无须答复',
        en: 'who stays anonymous asks by their code',
      });
    if (found.answered)
      throw new Refusal('conflict', 'reporter.answered', { zh: '已答复该举报人', en: 'they were answered already' });
    if (['verification', 'filing'].includes(file.stage))
      throw new Refusal(
        'conflict',
        'reporter.too-early',
        { zh: '作出是否立案的决定后再答复', en: 'first it is decided whether to file' },
        { article: '医疗保障基金使用监督管理举报处理暂行办法' },
      );
    return {
      kind: 'reporterAnswered',
      changes: {
        reporters: (file.reporters ?? []).map((each) => (each === found ? { ...each, answered: true as const } : each)),
      },
      data,
      stops: [clockKey({ clock: 'reporterAnswer', of: data.reporter })],
    };
  },
);
