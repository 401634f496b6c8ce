import type { Person, PlanTemplate } from '@fundguard/domain';
import { planFor } from '@fundguard/casework';
import { type Database, type WrittenPlan, writtenPlans } from '@fundguard/persistence';
import type { Rulebook } from '@fundguard/rulebook';
import { Inject, Injectable } from '@nestjs/common';
import { DATABASE, RULEBOOK } from '../ports.js';

/** The plans a person may draft from: those of the rulebook, and those their bureau or one above it wrote. */
@Injectable()
export class PlanCatalogue {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(RULEBOOK) private readonly rulebook: Rulebook,
  ) {}

  async all(me: Person): Promise<(Pick<WrittenPlan, 'plan'> & Partial<WrittenPlan>)[]> {
    const written = await this.db.within(me.region, writtenPlans);
    return [...written, ...[...this.rulebook.plans.values()].map((plan) => ({ plan }))];
  }

  byId(me: Person, id: string): Promise<PlanTemplate> {
    return this.db.within(me.region, (tx) => planFor(tx, { rules: this.rulebook }, id));
  }
}
