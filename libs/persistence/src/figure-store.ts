import type { Figure } from '@fundguard/domain';
import type { Tx } from './database.js';

type Entered = Omit<Figure, 'enteredBy' | 'enteredAt'> & { readonly enteredBy: string; readonly enteredAt: Date };

const ROW = `select f.id, f."of", f.kind, trim_scale(f.value)::text as value, f.on_day as "on", f.source, a.name as "enteredBy",
  f.entered_at as "enteredAt" from campaign_figure f join account a on a.id = f.entered_by`;

export async function addFigure(tx: Tx, campaign: string, region: string, figure: Figure): Promise<void> {
  const { id, kind, of, value, on, source, enteredBy, enteredAt } = figure;
  await tx.query({
    text: `insert into campaign_figure (id, campaign_id, region, kind, "of", value, on_day, source, entered_by, entered_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [id, campaign, region, kind, of, value, on, source, enteredBy, enteredAt],
  });
}

/** All that was entered for a campaign: the one that holds first, by its day and by when it was entered. */
export const figuresOf = (tx: Tx, campaign: string): Promise<Entered[]> =>
  tx.query<Entered>({
    text: `${ROW} where f.campaign_id = $1 order by f.kind, f."of", f.on_day desc, f.entered_at desc, f.id`,
    values: [campaign],
  });
export type EnteredFigure = Entered;
