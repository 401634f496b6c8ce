import { z } from 'zod';
import { fenText } from '../money.js';
import { Refusal } from '../refusal.js';
import { text } from '../text.js';
import { givenDay } from '../time/instant.js';
import { type Answer, answers } from './entry.js';
import { isSecret, type VisitFile } from './visit.js';

/** 检查发现问题 → 问题台账. What the inspectors wrote is taken over where nothing else is said. */
export const findingToLedger = z
  .strictObject({
    line: z.string().max(60),
    category: text(100),
    what: text(5_000).exactOptional(),
    amount: fenText.exactOptional(),
    due: givenDay.meta({ description: 'By when it is put right' }),
  })
  .meta({ id: 'FindingToLedger' });

/** 检查发现问题 → 线索. */
export const findingToLead = z
  .strictObject({
    line: z.string().max(60),
    title: text(300).exactOptional(),
    handler: z.uuid().meta({ description: 'The investigator who verifies the lead' }),
  })
  .meta({ id: 'FindingToLead' });

export interface Finding {
  readonly answer: Answer;
  /** The line's question, and what was noted of it. */
  readonly what: string;
}

/** A problem that the record names, or a refusal. */
export function findingOf(visit: VisitFile, line: string): Finding {
  const found = isSecret(visit) ? undefined : answers(visit.entries).get(line)?.content;
  const asked = visit.checklist.lines.find(({ id }) => id === line);
  if (found?.result !== 'problem' || !asked) throw noFinding();
  return { answer: found, what: found.note ? `${asked.ask.zh}：${found.note}` : asked.ask.zh };
}

/** The problem of the ledger that a finding becomes; deciding on it is `enterProblem`’s. */
export function ledgerPayload(visit: VisitFile, given: z.output<typeof findingToLedger>) {
  const { answer, what } = findingOf(visit, given.line);
  return {
    ...{ campaign: visit.campaign as string, unit: visit.unit as string, source: 'inspection' as const },
    ...{ category: given.category, what: given.what ?? what, due: given.due },
    amount: given.amount ?? answer.amount ?? '0',
  };
}

/** The lead that a finding becomes; deciding on it is `openLead`’s. */
export function leadOf(visit: VisitFile, unitName: string, given: z.output<typeof findingToLead>) {
  const { what } = findingOf(visit, given.line);
  return {
    title: given.title ?? `${unitName}：${visit.day} 现场检查发现问题`,
    region: visit.region as string,
    source: 'inspection' as const,
    subject: { kind: 'institution' as const, name: unitName, unit: visit.unit as string },
    summary: what,
    campaign: visit.campaign as string,
    handler: given.handler,
  };
}

const noFinding = () =>
  new Refusal(
    'invalid',
    'visit.no-finding',
    { zh: '该项没有记录问题', en: 'no problem is recorded at this line' },
    { field: 'line' },
  );
