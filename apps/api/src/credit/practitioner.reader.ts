import { notFound } from '@fundguard/casework';
import {
  type Block,
  type Clock,
  type Day,
  PRACTITIONER_ACTS,
  type Person,
  type Practitioner,
  bandOf,
  consequenceDue,
  dayOf,
  mayReadPractitioner,
  pointsIn,
  pointsReference,
  speaksForUnit,
} from '@fundguard/domain';
import { type Database, EVERYWHERE } from '@fundguard/persistence';
import type { Rulebook } from '@fundguard/rulebook';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { offersFor } from '../http/offers.js';
import { page } from '../http/page.js';
import { CLOCK_PORT, DATABASE, RULEBOOK } from '../ports.js';
import { PRACTITIONER_ROUTES } from './credit.routes.js';
import type { practitionerLine, practitionerQuery, practitionerView } from './credit.views.js';

interface Row {
  readonly state: Practitioner;
  readonly enteredAt: Date;
  readonly units: { readonly id: string; readonly name: string }[];
  readonly block: Block | null;
  readonly decided: readonly string[];
}

/** The newest of somebody's blocks that is proposed or holds, and by which rules they were blocked this year; `$1` is the year. */
const SELECT = `select p.state, p.entered_at as "enteredAt",
    (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by array_position(p.units, u.id)), '[]') from unit u where u.id = any(p.units)) as units,
    (select b.state from block b where b.practitioner_id = p.id and b.status in ('proposed', 'approved') order by b.proposed_at desc limit 1) as block,
    array(select b.state ->> 'basis' from block b where b.practitioner_id = p.id and b.status in ('approved', 'lifted') and to_char(b.from_day, 'YYYY') = $1) as decided
  from practitioner p`;

/** 相关人员 as people read them; an institution reads its own. */
@Injectable()
export class PractitionerReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
    @Inject(RULEBOOK) private readonly rules: Rulebook,
  ) {}

  /** By when they were entered: nobody is ranked by points. */
  async list(me: Person, { role, unit, state, q, after, limit }: z.output<typeof practitionerQuery>) {
    const [before, idBefore] = after?.split('_') ?? [];
    const today = dayOf(await this.clock.now());
    const rows = await this.db.within(me.region, (tx) =>
      tx.query<Row>({
        text: `${SELECT} where ($2::text is null or p.role = $2) and ($3::uuid is null or $3 = any(p.units)) and ($4::uuid is null or $4 = any(p.units))
                 and ($5::text is null or position($5 in p.name) > 0 or p.masked = $5)
                 and ($6::text is distinct from 'pointed' or jsonb_path_exists(p.state, '$.deductions[*] ? (@.status != "withdrawn" && @.on starts with $year)', jsonb_build_object('year', $1::text)))
                 and ($6::text is distinct from 'objected' or jsonb_path_exists(p.state, '$.deductions[*] ? (@.status == "objected")'))
                 and ($6::text is distinct from 'blocked' or exists (select from block b where b.practitioner_id = p.id and b.status in ('approved', 'lifted')
                   and b.from_day <= $7::date and (b.restored_on is null or $7::date < b.restored_on)))
                 and ($8::timestamptz is null or (p.entered_at, p.id) < ($8, $9::uuid))
               order by p.entered_at desc, p.id desc limit $10`,
        values: [
          ...[
            today.slice(0, 4),
            role ?? null,
            unit ?? null,
            speaksForUnit(me) ? (me.unit ?? NOBODY) : null,
            q || null,
            state ?? null,
          ],
          ...[today, before ?? null, idBefore ?? null, limit + 1],
        ],
      }),
    );
    const { items, next } = page(rows, limit, ({ enteredAt, state: { id } }) => `${enteredAt.toISOString()}_${id}`);
    return { items: items.map((row) => this.line(row, me, today)), next };
  }

  async one(me: Person, id: string): Promise<z.input<typeof practitionerView>> {
    const row = await this.row(me, id);
    const today = dayOf(await this.clock.now());
    const { state } = row;
    const rules = this.rules.points(state.region, today);
    const shown = state.deductions.filter(({ unit }) => !speaksForUnit(me) || unit === me.unit);
    const names = await this.names(shown.flatMap(namedIn));
    const units = await this.unitNames(shown.map(({ unit }) => unit));
    return {
      ...this.line(row, me, today),
      rules: rules
        ? {
            ...{
              reference: pointsReference(rules),
              name: rules.name,
              certainty: rules.certainty,
              source: rules.source,
            },
            consequences: rules.consequences.map(({ id: which, name, certainty, source }) => ({
              id: which,
              name,
              certainty,
              source,
            })),
          }
        : null,
      deductions: shown
        .map((each) => ({
          ...each,
          ...{ unitName: units[each.unit] ?? '', by: names[each.by] ?? '', band: this.bandIn(each) },
          counts: each.status !== 'withdrawn' && each.on.startsWith(today.slice(0, 4)),
          ...(each.objection ? { objection: { ...each.objection, by: names[each.objection.by] ?? '' } } : {}),
          ...(each.decision ? { decision: { ...each.decision, by: names[each.decision.by] ?? '' } } : {}),
          corrections: each.corrections.map((correction) => ({ ...correction, by: names[correction.by] ?? '' })),
        }))
        .reverse(),
      acts: offersFor(PRACTITIONER_ROUTES, PRACTITIONER_ACTS, state, me),
    };
  }

  /** The row, for whoever may read it. */
  async row(me: Person, id: string): Promise<Row> {
    const year = dayOf(await this.clock.now()).slice(0, 4);
    const [row] = await this.db.within(me.region, (tx) =>
      tx.query<Row>({ text: `${SELECT} where p.id = $2`, values: [year, id] }),
    );
    if (!row || !mayReadPractitioner(row.state, me)) throw notFound('practitioner');
    return row;
  }

  rulesBy(reference: string) {
    return this.rules.pointsPacks.find((pack) => pointsReference(pack) === reference);
  }

  private bandIn({ rules, points }: Practitioner['deductions'][number]) {
    const pack = this.rulesBy(rules);
    return (pack && bandOf(pack, points)?.name) ?? null;
  }

  private line({ state, units, block, decided }: Row, me: Person, today: Day): z.input<typeof practitionerLine> {
    const { id, region, version, name, maskedId, role, deductions } = state;
    const year = today.slice(0, 4);
    const rules = this.rules.points(region, today);
    const due = rules && !block ? consequenceDue(state, rules, year, decided) : undefined;
    return {
      ...{ id, region, version, name, maskedId: maskedId ?? null, role, units, year, points: pointsIn(state, year) },
      objections: deductions.filter(({ status }) => status === 'objected').length,
      due: due
        ? { kind: due.kind, name: due.name, certainty: due.certainty, source: due.source, months: due.months }
        : null,
      block: block && maySee(block, me) ? block : null,
    };
  }

  private async names(accounts: readonly string[]): Promise<Record<string, string>> {
    const rows = await this.db.within(EVERYWHERE, (tx) =>
      tx.query<{ id: string; name: string }>({
        name: 'account-names',
        text: 'select id, name from account where id = any($1)',
        values: [accounts],
      }),
    );
    return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  }

  private async unitNames(units: readonly string[]): Promise<Record<string, string>> {
    const rows = await this.db.within(EVERYWHERE, (tx) =>
      tx.query<{ id: string; name: string }>({
        text: 'select id, name from unit where id = any($1::uuid[])',
        values: [units],
      }),
    );
    return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  }
}

/** What is only proposed is the bureau's to weigh; an institution hears of what was decided. */
const maySee = ({ status }: Block, me: Person): boolean => status === 'approved' || !speaksForUnit(me);

/** No unit has it. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

const namedIn = ({ by, objection, decision, corrections }: Practitioner['deductions'][number]): string[] => [
  by,
  ...[objection?.by, decision?.by].filter((each) => each !== undefined),
  ...corrections.map((each) => each.by),
];
