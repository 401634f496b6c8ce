import { notFound } from '@fundguard/casework';
import {
  type CaseFile,
  type Known,
  type NamingMode,
  type Person,
  type Problem,
  Refusal,
  TYPICAL_ACTS,
  type TypicalCase,
  type TypicalFile,
  type TypicalSource,
  type TypicalText,
  fen,
  holds,
  knownOf,
  marksIn,
  mayWrite,
  proposeTypical,
  requireNameable,
  requireTellable,
  toldBy,
} from '@fundguard/domain';
import { type Database, EVERYWHERE, type Tx, bureauOf } from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { offersFor } from '../http/offers.js';
import { page } from '../http/page.js';
import { DATABASE } from '../ports.js';
import { TYPICAL_ROUTES } from './typical.routes.js';
import type { typicalCheck, typicalLine, typicalQuery } from './typical.views.js';

const SELECT = `select t.id, t.case_id as "case", f.number as "caseNumber", t.problem_id as problem, t.campaign_id as campaign, c.name as "campaignName",
  t.status, t.version, t.mode, t.title, t.text, t.hidden, t.note, a.name as "draftedBy", t.drafted_at as "draftedAt", t.publications, t.withdrawal
  from typical_case t join account a on a.id = t.drafted_by left join case_file f on f.id = t.case_id
    left join lateral campaign_name(t.campaign_id) c (name) on true`;

type Line = z.infer<typeof typicalLine>;
type Row = Omit<Line, 'draftedAt'> &
  Pick<TypicalCase, 'hidden' | 'text'> & { readonly note: string | null; readonly draftedAt: Date };

/** 典型案例 as those who write, approve and publish them read them. */
@Injectable()
export class TypicalReader {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async list(me: Person, { campaign, case: of, status, after, limit }: z.output<typeof typicalQuery>) {
    const [before, idBefore] = after?.split('_') ?? [];
    const rows = await this.db.within(me.region, (tx) =>
      tx.query<Row>({
        text: `${SELECT} where ($1::uuid is null or t.campaign_id = $1) and ($2::uuid is null or t.case_id = $2)
                 and ($3::text is null or t.status = $3) and ($4::timestamptz is null or (t.drafted_at, t.id) < ($4, $5::uuid))
               order by t.drafted_at desc, t.id desc limit $6`,
        values: [campaign ?? null, of ?? null, status ?? null, before ?? null, idBefore ?? null, limit + 1],
      }),
    );
    const { items, next } = page(rows, limit, ({ draftedAt, id }) => `${draftedAt.toISOString()}_${id}`);
    return { items: items.map(lineOf), next };
  }

  async one(me: Person, id: string) {
    const { row, source } = await this.file(me, id);
    const known = knownOf(source, row.hidden);
    const isWriting = holds(me.roles, 'publicity.write') || holds(me.roles, 'publicity.approve');
    const file = { ...row, source } as unknown as TypicalFile;
    return {
      ...lineOf(row),
      ...{ text: row.text, note: row.note, hidden: isWriting ? row.hidden : [] },
      found: marked(row, known, row.mode),
      acts: offersFor(TYPICAL_ROUTES, TYPICAL_ACTS, file, me).filter(
        ({ act }) => TYPICAL_ACTS[act as keyof typeof TYPICAL_ACTS].by !== 'publicity.write' || mayWrite(me, source),
      ),
    };
  }

  /** 查办与曝光 are counted apart (R-PUB-09). */
  async tally(me: Person, campaign: string | undefined) {
    const [row] = await this.db.within(me.region, (tx) =>
      tx.query<Record<string, number>>({
        text: `select (select count(*) from case_file c where c.state ? 'decision' and ($1::uuid is null or c.campaign_id = $1)) as decided,
                 count(*) filter (where t.status <> 'withdrawn') as drafted, count(*) filter (where t.status = 'published') as exposed,
                 count(*) filter (where t.status = 'withdrawn') as withdrawn,
                 count(*) filter (where t.status = 'withdrawn' and jsonb_path_exists(t.publications, '$[*] ? (!exists (@.takenDownOn))')) as "toTakeDown"
               from typical_case t where $1::uuid is null or t.campaign_id = $1`,
        values: [campaign ?? null],
      }),
    );
    return row;
  }

  /** What the file gives, and what of it may not be read by the public; the same of a text somebody is writing. */
  async check(me: Person, { case: of, problem, mode, hidden, title, text }: z.output<typeof typicalCheck>) {
    const source = await this.source(me, { case: of ?? null, problem: problem ?? null });
    requireTellable(source);
    const known = knownOf(source, hidden);
    const told = toldBy(source);
    const proposed = proposeTypical(source, mode, hidden);
    return {
      told: { ...told, marks: marked(told, known, mode) },
      proposed,
      found: marked({ title: title ?? proposed.title, text: text ?? proposed.text }, known, mode),
      naming: namingRefused(source),
    };
  }

  /** The text as it may be read, with its bureau; before it is approved there is none. */
  async approved(me: Person, id: string) {
    const { row, source } = await this.file(me, id);
    if (row.status !== 'approved' && row.status !== 'published') {
      throw new Refusal('conflict', 'publicity.status', {
        zh: '审核通过后方可导出',
        en: 'it is exported once it was approved',
      });
    }
    return { ...row, bureau: source.bureau };
  }

  private async file(me: Person, id: string) {
    const [row] = await this.db.within(me.region, (tx) =>
      tx.query<Row>({ text: `${SELECT} where t.id = $1`, values: [id] }),
    );
    if (!row) throw notFound('typical-case');
    return { row, source: await this.source(me, row) };
  }

  private async source(me: Person, of: { readonly case: string | null; readonly problem: string | null }) {
    const source = await this.db.within(me.region, (tx) => (of.case ? ofCase(tx, of.case) : ofProblem(tx, of.problem)));
    if (!source) throw notFound(of.case ? 'case' : 'problem');
    return this.db.within(EVERYWHERE, async (tx) => ({
      ...source,
      bureau: await bureauOf(tx, source.kind === 'case' ? source.file.region : source.problem.region),
    }));
  }
}

async function ofCase(tx: Tx, id: string): Promise<TypicalSource | undefined> {
  const [row] = await tx.query<{ file: CaseFile }>({
    text: 'select state as file from case_file where id = $1',
    values: [id],
  });
  return row && { kind: 'case', file: row.file, bureau: '' };
}

async function ofProblem(tx: Tx, id: string | null): Promise<TypicalSource | undefined> {
  const [row] = await tx.query<Problem & { amount: string; unitName: string }>({
    text: `select p.id, p.region, p.category, p.what, p.amount::text, p.shams, p.rectification, u.name as "unitName"
           from problem p join unit u on u.id = p.unit_id where p.id = $1`,
    values: [id],
  });
  return (
    row && {
      ...{ kind: 'problem', unitName: row.unitName, bureau: '' },
      problem: { ...row, amount: fen(BigInt(row.amount)) },
    }
  );
}

const lineOf = ({ hidden: _hidden, text: _text, note: _note, draftedAt, ...row }: Row): Line => ({
  ...row,
  draftedAt: draftedAt.toISOString(),
  publications: row.publications.map(({ id, channel, place, on, link, takenDownOn }) => ({
    ...{ id, channel, place, on },
    ...(link ? { link } : {}),
    ...(takenDownOn ? { takenDownOn } : {}),
  })),
});

const marked = ({ title, text }: TypicalText, known: Known, mode: NamingMode) => ({
  title: marksIn(title, known, mode),
  text: marksIn(text, known, mode),
});

/** Why the institution may not be named yet; null where it may. */
function namingRefused(source: TypicalSource) {
  try {
    requireNameable(source, 'named');
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { article } = error.details;
    return { ...error.text, ...(article ? { article } : {}) };
  }
}
