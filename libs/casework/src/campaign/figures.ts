import { type Figure, enterFigure, type figurePayload } from '@fundguard/domain';
import { addFigure } from '@fundguard/persistence';
import type { z } from 'zod';
import { type Answer } from '../command.js';
import type { Platform } from '../platform.js';
import { type ByPerson, actBeside, lockForNew } from './beside.js';
import { pinnedPlan } from './plan.js';

/** 录入数据、设基线: the command's id becomes the figure's. Of the campaign's own region only: it stands for the whole campaign. */
export const addFigureTo = (
  platform: Platform,
  campaign: string,
  payload: z.output<typeof figurePayload>,
  command: ByPerson,
): Promise<Answer> =>
  actBeside<undefined>(platform, command, {
    ...{ act: 'enterFigure', id: command.id, payload: { campaign, ...payload }, region: command.actor.region },
    lock: (tx) => lockForNew(tx, command, campaign),
    async work({ tx, file, context }) {
      const { content } = await pinnedPlan(tx, campaign);
      const figure = enterFigure(command.id, payload, content?.targets ?? [], context);
      await addFigure(tx, campaign, file.state.region, figure);
      return { version: file.state.version, status: file.state.status, kind: 'figureEntered', data: said(figure) };
    },
  });

const said = ({ id, kind, of, value, on, source }: Figure) => ({ figure: id, kind, of, value, on, source });
