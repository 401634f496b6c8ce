import {
  type CampaignDocument,
  DOCUMENT_ACTS,
  type DocumentFacts,
  type Person,
  type PlanTemplate,
  factsForUnits,
  isCampaignOpen,
  may,
  within,
} from '@fundguard/domain';
import { type Database, EVERYWHERE, documentVersions } from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { offersFor } from '../http/offers.js';
import { DATABASE } from '../ports.js';
import { CampaignReader, unitOf } from './campaign.reader.js';
import { DOCUMENT_ROUTES } from './document.routes.js';
import type { documentView } from './document.views.js';

interface Pinned {
  readonly plan: PlanTemplate;
  readonly above: CampaignDocument['facts'] | null;
}

/** 文件: what the campaign's own document says, and what its plan does. Units read as far as it is disclosed. */
@Injectable()
export class DocumentReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CampaignReader) private readonly campaigns: CampaignReader,
  ) {}

  async document(me: Person, id: string): Promise<z.input<typeof documentView>> {
    const file = await this.campaigns.file(me, id);
    const [versions, pinned] = await this.db.within(EVERYWHERE, async (tx) => [
      await documentVersions(tx, id),
      (
        await tx.query<Pinned>({
          text: `select c.plan, (select d.facts from campaign_document d where d.campaign_id = c.parent_id order by d.version desc limit 1) as above
                 from campaign c where c.id = $1`,
          values: [id],
        })
      )[0],
    ]);
    if (!pinned) throw new Error(`campaign ${id} has no plan`);
    const [newest] = versions;
    const isUnit = unitOf(me) !== null;
    const isDisclosed = !isUnit || newest?.facts.disclosure === 'public';
    const isOwn = within(file.region, me.region) && (isCampaignOpen(file) || file.status === 'closed');
    const mayRecord = !newest && isOwn && may(me, 'campaign.coordinate');
    return {
      own: newest ? shown(newest, me, { isUnit, isOwn }) : null,
      isPartly: !isDisclosed,
      mayRecord,
      ...(mayRecord ? { suggested: suggestion(pinned, file.start) } : {}),
      history: isUnit
        ? []
        : versions.map(({ version, at, by, reason, facts }) => ({
            ...{ version, at: at.toISOString(), by, facts },
            ...(reason ? { reason } : {}),
          })),
      start: file.start,
      plan: planShown(pinned.plan, isDisclosed),
    };
  }
}

function shown(document: CampaignDocument, me: Person, { isUnit, isOwn }: { isUnit: boolean; isOwn: boolean }) {
  const { id, version, status, facts } = document;
  return {
    ...{ id, version, status, facts: isUnit ? factsForUnits(facts) : facts },
    acts: isOwn ? offersFor(DOCUMENT_ROUTES, DOCUMENT_ACTS, document, me) : [],
  };
}

function planShown(plan: PlanTemplate, isDisclosed: boolean) {
  const { id, version, name, kind, source, document, startBasis, content, notes } = plan;
  return {
    ...{ id, version, name, kind, source },
    ...(isDisclosed
      ? {
          ...(document ? { document } : {}),
          ...(startBasis ? { startBasis } : {}),
          ...(content ? { content } : {}),
          notes,
        }
      : {}),
  };
}

/** Number, issuer and dates are the bureau's own; what it carries out and whom it is for may be as in the plan. */
function suggestion({ plan, above }: Pinned, start: string): Partial<DocumentFacts> {
  const { document, startBasis, content } = plan;
  // A day the plan names says nothing of a campaign that starts on another.
  const hasItsDay = plan.start === undefined || plan.start === start;
  const superior = [...(above?.number ? [above.number] : []), ...(document?.superior ?? [])];
  const initiatives = content?.initiatives ?? [];
  return {
    superior: [...new Set(superior)],
    addressees: document?.addressees ?? [],
    copies: document?.copies ?? [],
    initiatives: [...new Set(initiatives.map(({ kind }) => kind))],
    ...(initiatives.length > 0 ? { initiativeWords: initiatives.map(({ asGiven }) => asGiven).join('；') } : {}),
    ...(content?.trigger ? { trigger: content.trigger } : {}),
    ...(startBasis ? { startBasis: startBasis.kind } : {}),
    ...(hasItsDay && startBasis?.asGiven ? { startWords: startBasis.asGiven } : {}),
  };
}
