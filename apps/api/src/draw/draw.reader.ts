import { type Platform, drawOf, lookAtDraw, notFound } from '@fundguard/casework';
import { DRAW_ACTS, type Draw, type DrawFile, type Person, may, select } from '@fundguard/domain';
import { type Database, drawById, drawsOf } from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { offersFor } from '../http/offers.js';
import { page } from '../http/page.js';
import { DATABASE, PLATFORM } from '../ports.js';
import { DRAW_ROUTES } from './draw.routes.js';
import type { drawView, drawnQuery } from './draw.views.js';

/** Draws as people read them. Who was drawn is nobody's to know before it is published, but those who draw (R-SCOPE-09). */
@Injectable()
export class DrawReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  async list(me: Person, campaign: string) {
    const only = may(me, 'draw.read') ? null : 'published';
    return { items: await this.db.within(me.region, (tx) => drawsOf(tx, campaign, only)) };
  }

  async one(me: Person, id: string): Promise<z.input<typeof drawView>> {
    const draw = await this.read(me, id);
    const { list, result } = draw;
    const nameOf = names(draw);
    const people = (ids: readonly string[]) => ids.map((each) => ({ id: each, name: nameOf(each) }));
    const filled = result?.strata ?? select(list.candidates, list.strata, new Set());
    return {
      ...line(draw),
      campaign: draw.campaign,
      listHash: draw.listHash,
      commitment: draw.commitment,
      seats: { inspectors: list.inspectors.length, experts: list.experts.length },
      witness: draw.witness ?? null,
      strata: list.strata.map((stratum, index) => ({
        id: stratum.id,
        name: stratum.name,
        fitting: filled[index]?.fitting ?? 0,
        wanted: filled[index]?.wanted ?? 0,
        drawn: result?.strata[index]?.drawn.length ?? null,
      })),
      teams:
        result?.teams.map(({ number, inspectors, experts }) => ({
          number,
          inspectors: people(inspectors),
          experts: people(experts),
          inspects: result.drawn.filter(({ team }) => team === number).length,
        })) ?? null,
      exclusions: draw.exclusions.map((each) => ({ ...each, name: nameOf(each.id) })),
      acts: offersFor(DRAW_ROUTES, DRAW_ACTS, draw, me),
    };
  }

  async drawn(me: Person, id: string, { after = 0, limit }: z.output<typeof drawnQuery>) {
    const { list, result } = await this.read(me, id);
    if (!result) return { items: [], next: null };
    const byId = new Map(list.candidates.map((each) => [each.id, each]));
    const rows = result.drawn.slice(after, after + limit + 1).map((each, index) => ({
      place: after + index + 1,
      id: each.id,
      name: byId.get(each.id)?.name ?? each.id,
      area: byId.get(each.id)?.area ?? null,
      stratum: list.strata.find((stratum) => stratum.id === each.stratum)?.name ?? each.stratum,
      team: each.team ?? null,
    }));
    return page(rows, limit, ({ place }) => String(place));
  }

  /** Everything that is needed to do it again, once it was done. */
  async file(me: Person, id: string): Promise<DrawFile> {
    const { name, committedAt, listHash, commitment, list, secret, witness, drawnAt, exclusions, result } =
      await this.read(me, id);
    if (!witness || !drawnAt || !result) throw notFound('draw');
    return {
      ...{ format: 'fundguard-draw/1', id, name, committed: { at: committedAt, listHash, commitment } },
      ...{ list, secret, witness, drawnAt, exclusions, result },
    };
  }

  private async read(me: Person, id: string): Promise<Draw> {
    const row = await this.db.within(me.region, (tx) => drawById(tx, id));
    if (!row || (row.status !== 'published' && !may(me, 'draw.read'))) throw notFound('draw');
    // Who was drawn, before others may know it: seen by whoever keeps the discipline, and on the record.
    if (row.result && row.status !== 'published') await lookAtDraw(this.platform, row, me);
    return drawOf(row);
  }
}

const line = ({ id, name, status, version, committedAt, drawnAt, publishedAt, list, result }: Draw) => ({
  ...{ id, name, status, version, committedAt },
  ...{ drawnAt: drawnAt ?? null, publishedAt: publishedAt ?? null },
  ...{ candidates: list.candidates.length, drawn: result?.drawn.length ?? null },
});

function names({ list: { candidates, inspectors, experts } }: Draw): (id: string) => string {
  const known = new Map([...candidates, ...inspectors, ...experts].map(({ id, name }) => [id, name]));
  return (id) => known.get(id) ?? id;
}
