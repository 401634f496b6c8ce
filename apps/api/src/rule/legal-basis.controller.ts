import { type LawPack, type Person, dayOf, type Clock, type PlanTemplate } from '@fundguard/domain';
import type { Database } from '@fundguard/persistence';
import type { Rulebook } from '@fundguard/rulebook';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { CLOCK_PORT, DATABASE, RULEBOOK } from '../ports.js';
import { PlanCatalogue } from '../rulebook/plan-catalogue.js';
import { legalBasisView } from './rule.views.js';

type LegalBasis = z.infer<typeof legalBasisView>;

/** 政策法规依据: every law, notice and rule the data and the plans rest on, each once (R-MECH-07). */
@ApiTags('rule')
@Controller('legal-bases')
export class LegalBasisController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(RULEBOOK) private readonly rulebook: Rulebook,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
    @Inject(PlanCatalogue) private readonly plans: PlanCatalogue,
  ) {}

  @Get()
  @Requires('rulebook.read')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(legalBasisView) }) })
  async list(@Me() me: Person) {
    const law = this.rulebook.currentLaw(dayOf(await this.clock.now()));
    const plans = (await this.plans.all(me)).map(({ plan }) => plan);
    const rules = await this.db.within(me.region, (tx) =>
      tx.query<{ title: string; basis: string }>({
        text: `select title, basis from standing_rule where status = 'inForce' order by effective_from, id`,
        values: [],
      }),
    );
    return { items: basesOf(law, plans, rules) };
  }
}

function basesOf(
  law: LawPack,
  plans: readonly PlanTemplate[],
  rules: readonly { readonly title: string; readonly basis: string }[],
): LegalBasis[] {
  const found = new Map<string, LegalBasis>();
  const of = (given: string): LegalBasis => {
    const [, name = given, number] = /^[^《]*《([^》]+)》(?:[（(]([^）)]*号令?)[）)])?/u.exec(given) ?? [];
    const known = found.get(name) ?? { name, number: null, effectiveFrom: null, articles: [], plans: [], rules: [] };
    const basis = number && !known.number ? { ...known, number } : known;
    found.set(name, basis);
    return basis;
  };
  const cited = [
    ...law.penalties.map(({ article, certainty, breach }) => ({ article, certainty, about: breach })),
    ...law.clocks.map(({ article, certainty, name }) => ({ article, certainty, about: name.zh })),
  ];
  for (const { article, certainty, about } of cited)
    for (const each of article.split('；')) {
      const [, name = each, where = ''] = /^(.*?)\s*(第.*)?$/u.exec(each.trim()) ?? [];
      of(name).articles.push({ article: where, about, certainty });
    }
  for (const { id, name, content, document } of plans)
    for (const given of [...(content?.legalBasis ?? []), ...(document?.superior ?? [])])
      of(given).plans.push({ id, name: name.zh });
  for (const { title, basis } of rules)
    for (const [, name = ''] of basis.matchAll(/《([^》]+)》/gu)) of(name).rules.push(title);
  return [...found.values()].sort((a, b) => b.articles.length - a.articles.length || a.name.localeCompare(b.name));
}
