import { z } from 'zod';
import type { Context } from '../act.js';
import { type AccountId, type RegionPath, requirePerson } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { rowAct } from '../row-act.js';
import { reason, text } from '../text.js';
import { dayOf, givenDay } from '../time/instant.js';
import type { CampaignId } from './file.js';
import { INITIATIVES, START_BASES } from './initiatives.js';

const BY = 'campaign.coordinate';

/** 公开属性: 主动公开、依申请公开、不予公开. */
export const DISCLOSURES = ['public', 'onRequest', 'internal'] as const;

/** 机关代字〔年份〕顺序号, in the brackets official documents use (GB/T 9704). */
const DOCUMENT_NUMBER = /^[^\s〔〕[\]()（）]{1,40}〔[0-9]{4}〕[1-9][0-9]{0,4}号$/;

const line = text(200);
const lines = z.array(line).max(50);

/** What the head, the foot and the filing card of a campaign's own document say (R-CAMP-24, 28, 36, 40). */
export const documentFacts = z.strictObject({
  number: z
    .string()
    .trim()
    .regex(DOCUMENT_NUMBER, '文号格式应为“机关代字〔年份〕序号号” · a number such as 原医保发〔2023〕3号')
    .optional()
    .meta({ description: '发文字号' }),
  issuer: line.meta({ description: '发文机关' }),
  sealedBy: line.optional().meta({ description: '代章: the bureau that seals for an office without a seal' }),
  issuedOn: givenDay.optional().meta({ description: '成文日期' }),
  publishedOn: givenDay.optional(),
  index: text(60).optional().meta({ description: '索引号' }),
  addressees: lines.default([]).meta({ description: '主送' }),
  copies: lines.default([]).meta({ description: '抄送' }),
  disclosure: z.enum(DISCLOSURES).optional(),
  governmentApproval: line.optional().meta({ description: 'Which government agreed to it, as 县人民政府' }),
  superior: lines.default([]).meta({ description: 'The notices it carries out, by number' }),
  trigger: text(1_000).optional().meta({ description: 'The event elsewhere that led to it' }),
  initiatives: z.array(z.enum(INITIATIVES)).max(INITIATIVES.length).default([]),
  initiativeWords: text(1_000).optional().meta({ description: 'How it is tied to them' }),
  startBasis: z.enum(START_BASES).optional().meta({ description: 'Why it starts on that day (R-CAMP-21)' }),
  startWords: line.optional().meta({ description: 'The words the document has for it' }),
});
export type DocumentFacts = z.output<typeof documentFacts>;

export const documentPayload = z
  .strictObject({ campaign: z.uuid(), ...documentFacts.shape })
  .meta({ id: 'NewCampaignDocument' });

export const DOCUMENT_STATUSES = ['unissued', 'issued'] as const;

/** One version of the facts; a correction is the next one, and those before stay to be read. */
export interface CampaignDocument {
  readonly id: string;
  readonly campaign: CampaignId;
  readonly region: RegionPath;
  readonly version: number;
  readonly status: (typeof DOCUMENT_STATUSES)[number];
  readonly facts: DocumentFacts;
  readonly reason?: string;
  readonly recordedBy: AccountId;
}

export interface DocumentOutcome {
  readonly kind: string;
  readonly document: CampaignDocument;
  readonly data: Readonly<Record<string, unknown>>;
}

/** 登记文件信息: once a campaign; from then on it is corrected. */
export function recordDocument(
  id: string,
  { campaign, ...facts }: z.output<typeof documentPayload>,
  { region, before }: { readonly region: RegionPath; readonly before: CampaignDocument | undefined },
  { actor, now }: Context,
): DocumentOutcome {
  const person = requirePerson(actor, BY);
  if (before) throw recorded(before);
  requireDays(facts, dayOf(now));
  const document: CampaignDocument = {
    ...{ id, campaign: campaign as CampaignId, region, version: 1, facts },
    ...{ status: statusOf(facts), recordedBy: person.account },
  };
  return { kind: 'documentRecorded', document, data: facts };
}

const act = rowAct<CampaignDocument, DocumentOutcome>(recorded);

/** 更正: before it is issued and after, with the reason. What changed is on the record. */
export const correctDocument = act(
  BY,
  ['unissued', 'issued'],
  z.strictObject({ ...documentFacts.shape, reason }),
  (row, { reason: why, ...facts }, { actor, now }) => {
    requireDays(facts, dayOf(now));
    const changed = changedFacts(row.facts, facts);
    if (changed.length === 0) throw unchanged();
    const document: CampaignDocument = {
      ...{ ...row, facts, reason: why, version: row.version + 1, status: statusOf(facts) },
      recordedBy: actor.account,
    };
    const is = Object.fromEntries(changed.map((key) => [key, facts[key] ?? null]));
    const was = Object.fromEntries(changed.map((key) => [key, row.facts[key] ?? null]));
    return { kind: 'documentCorrected', document, data: { reason: why, was, now: is } };
  },
);

export const DOCUMENT_ACTS = { correctDocument } as const;
export type DocumentActName = keyof typeof DOCUMENT_ACTS;

/** What every addressee holds in hand: the head and the foot of the paper. */
const HEAD = ['number', 'issuer', 'sealedBy', 'issuedOn', 'addressees', 'copies', 'disclosure'] as const;

/** As far as disclosure allows: units read all of what is public, and of anything else what the paper itself bears. */
export function factsForUnits(facts: DocumentFacts): Partial<DocumentFacts> {
  if (facts.disclosure === 'public') return facts;
  return Object.fromEntries(HEAD.flatMap((key) => (facts[key] === undefined ? [] : [[key, facts[key]]])));
}

const statusOf = ({ issuedOn }: DocumentFacts) => (issuedOn ? 'issued' : 'unissued');

function changedFacts(before: DocumentFacts, after: DocumentFacts): (keyof DocumentFacts)[] {
  const keys = Object.keys(documentFacts.shape) as (keyof DocumentFacts)[];
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

function requireDays({ issuedOn, publishedOn }: DocumentFacts, today: string): void {
  for (const [field, day] of Object.entries({ issuedOn, publishedOn })) if (day && day > today) throw inFuture(field);
  if (publishedOn && (!issuedOn || publishedOn < issuedOn)) throw publishedBefore();
}

function recorded({ version, status }: Pick<CampaignDocument, 'version' | 'status'>) {
  return new Refusal(
    'conflict',
    'document.recorded',
    { zh: '文件信息已登记，请使用“更正”', en: 'the facts of the document are recorded: correct them instead' },
    { standing: { version, status } },
  );
}

const unchanged = () =>
  new Refusal('invalid', 'document.unchanged', { zh: '没有任何更正', en: 'nothing would be changed' });
const inFuture = (field: string) =>
  new Refusal(
    'invalid',
    'date.in-future',
    { zh: '日期不得晚于今天', en: 'the day cannot lie in the future' },
    { field },
  );
const publishedBefore = () =>
  new Refusal(
    'invalid',
    'date.too-early',
    { zh: '公开日期不得早于成文日期', en: 'it cannot be published before the day it was issued' },
    { field: 'publishedOn' },
  );
