import { z } from 'zod';
import type { Context } from '../act.js';
import { fenText } from '../money.js';
import { type AccountId, type Actor, type Person, requirePerson } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { text } from '../text.js';
import { type Instant, dayOf, givenInstant, instant } from '../time/instant.js';
import { notInTeam, visitStatus } from './refusals.js';
import type { VisitFile } from './visit.js';

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 of a file that was sent to this visit before' });
const line = z.string().max(60).meta({ description: 'Id of a line of the checklist' });
const note = text(5_000).exactOptional();
const takenAt = givenInstant.meta({ description: 'By the clock of whoever took it' });

export const RESULTS = ['conforms', 'problem', 'notApplicable'] as const;
/** 边查边改 (R-INSP-11), 及时指出、要求整改 (R-INSP-12). */
export const HANDLINGS = ['pointedOut', 'demanded', 'correctedOnSpot'] as const;

const answer = z.strictObject({
  kind: z.literal('answer'),
  line,
  result: z.enum(RESULTS),
  note,
  amount: fenText.exactOptional().meta({ description: 'Money of the fund in question, in fen', format: 'fen' }),
  handling: z.enum(HANDLINGS).exactOptional(),
  base: z.uuid().exactOptional().meta({ description: 'The answer to this line that stood when this one was given' }),
});
const photo = z.strictObject({
  kind: z.literal('photo'),
  line: line.exactOptional(),
  sha256,
  name: text(300),
  takenAt,
  position: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .exactOptional()
    .meta({ description: 'Only where whoever took it allowed that' }),
});
const signature = z.strictObject({
  kind: z.literal('signature'),
  as: z.enum(['inspector', 'unit', 'witness']),
  name: text(100),
  account: z.uuid().exactOptional().meta({ description: 'Which inspector of the team' }),
  sha256: sha256.exactOptional(),
  refusal: text(500).exactOptional().meta({ description: 'The unit would not sign, and what it said' }),
});
/** 询问笔录: rights are told first (R-INSP-06). */
const inquiry = z.strictObject({
  kind: z.literal('inquiry'),
  person: text(100),
  position: text(100),
  heldAt: givenInstant,
  rightsTold: z.literal(true),
  questions: z
    .array(z.strictObject({ q: text(1_000), a: text(5_000) }))
    .min(1)
    .max(100),
});
/** 抽查核对: a claim against the chart, the fee list, the certification, the HIS, the vouchers (R-INSP-08, 09). */
const sample = z.strictObject({
  kind: z.literal('sample'),
  record: text(100),
  against: z.array(z.enum(['chart', 'fees', 'certification', 'his', 'voucher', 'homeVisit'])).min(1),
  matches: z.boolean(),
  note,
  amount: fenText.exactOptional(),
});
/** 清点: how many are listed and how many are there (R-INSP-10). */
const count = z.strictObject({
  kind: z.literal('count'),
  what: text(100),
  listed: z.int().min(0),
  present: z.int().min(0),
});
/** 核对基本数据 (R-INSP-14). */
const unitFact = z.strictObject({ kind: z.literal('unitFact'), what: text(100), value: text(300) });

/** What is recorded on site, one after another; nothing of it is ever changed. */
export const entryPayload = z
  .discriminatedUnion('kind', [answer, photo, signature, inquiry, sample, count, unitFact])
  .meta({ id: 'NewVisitEntry' });
export type EntryContent = z.output<typeof entryPayload>;
export type Answer = Extract<EntryContent, { kind: 'answer' }>;

/** The id of the command that brought it is its own. */
export interface Entry {
  readonly id: string;
  readonly content: EntryContent;
  readonly by: AccountId;
  readonly at: Instant;
}

/** The answer that stands for each line: the last. */
export function answers(entries: readonly Entry[]): ReadonlyMap<string, Entry & { readonly content: Answer }> {
  const standing = new Map<string, Entry & { readonly content: Answer }>();
  for (const { content, ...entry } of entries)
    if (content.kind === 'answer') standing.set(content.line, { ...entry, content });
  return standing;
}

/** The files an entry rests on. */
export const filesOf = (content: EntryContent): readonly string[] =>
  'sha256' in content && content.sha256 ? [content.sha256] : [];

/** Who may record on site: the team, from its arrival to the end. */
export function requireRecorder(visit: Pick<VisitFile, 'team' | 'status' | 'version'>, actor: Actor): Person {
  const person = requirePerson(actor, 'visit.inspect');
  if (!visit.team.includes(person.account)) throw notInTeam();
  if (visit.status !== 'arrived') throw visitStatus(visit);
  return person;
}

/**
 * 逐一问询记录. Two phones that answer one line do not overwrite each other: the second is told what stands, and a person decides.
 * `files`: what was sent to this visit.
 */
export function recordEntry(
  visit: VisitFile,
  content: EntryContent,
  files: ReadonlySet<string>,
  { actor, now, command }: Context,
): Entry {
  const person = requireRecorder(visit, actor);
  const missing = filesOf(content).find((each) => !files.has(each));
  if (missing) throw fileMissing();
  if ('line' in content && content.line !== undefined) {
    const asked = visit.checklist.lines.find(({ id }) => id === content.line);
    if (!asked) throw noLine();
  }
  if (content.kind === 'answer') {
    const standing = answers(visit.entries).get(content.line);
    if (standing?.id !== content.base) throw answeredMeanwhile(standing);
  }
  if (content.kind === 'inquiry' && dayOf(instant(content.heldAt)) > dayOf(now)) throw heldLater();
  if (content.kind === 'signature') requireSigner(visit, content);
  return { id: command, content, by: person.account, at: now };
}

function requireSigner(
  visit: VisitFile,
  { as, account, sha256: image, refusal }: Extract<EntryContent, { kind: 'signature' }>,
) {
  if (as === 'inspector' && !visit.team.some((each) => each === account)) throw notASigner('account');
  if (as === 'unit' ? !image && !refusal : !image) throw notASigner('sha256');
}

const noLine = () =>
  new Refusal(
    'invalid',
    'visit.no-such-line',
    { zh: '检查清单中没有此项', en: 'the checklist has no such line' },
    { field: 'line' },
  );
/** By its day: a phone that was offline may be some minutes ahead, and what it recorded is not to be lost. */
const heldLater = () =>
  new Refusal(
    'invalid',
    'date.in-future',
    { zh: '询问日期不得晚于今天', en: 'nobody is heard on a day to come' },
    { field: 'heldAt' },
  );
const fileMissing = () =>
  new Refusal(
    'invalid',
    'visit.file-missing',
    { zh: '文件尚未上传', en: 'the file was not sent to this visit yet' },
    { field: 'sha256' },
  );
const notASigner = (field: string) =>
  new Refusal(
    'invalid',
    'visit.signature',
    {
      zh: '检查人员须为本检查组成员；签名须有图像，被检查单位拒签的须注明',
      en: 'an inspector is of the team, and a signature has its picture; only the unit may refuse, and it is written down',
    },
    { field },
  );
const answeredMeanwhile = (standing: Entry | undefined) =>
  new Refusal(
    'conflict',
    'visit.answered-meanwhile',
    { zh: '此项已由他人作答，请核对后再定', en: 'somebody else answered this line meanwhile: look at both' },
    { field: 'line', standing: standing ?? null },
  );
