import { z } from 'zod';
import { hashOf, inLotOrder } from '../draw/lot.js';
import { Refusal } from '../refusal.js';
import { dayOf, givenDay } from '../time/instant.js';
import { campaignAct } from './act.js';

/**
 * 承接台账 (R-CAMP-22, R-SELF-12): what the earlier campaign left open is put right here; what it struck off waits for a re-check;
 * its leads that nobody finished and its measures that nobody carried out become lines of the bureau's own.
 */
export const takeOverLedger = campaignAct(
  'campaign.coordinate',
  ['running'],
  z.strictObject({
    due: givenDay.meta({ description: 'By when it is put right' }),
    struckOff: z.boolean().default(true).meta({ description: 'Also what was struck off, to be checked again' }),
  }),
  (file, data, { now, inheritance }) => {
    if (!file.predecessor) throw noPredecessor();
    if (data.due < dayOf(now)) throw inPast();
    return {
      kind: 'ledgerTakenOver',
      changes: {},
      data: { ...data, predecessor: file.predecessor, ...inheritance },
    };
  },
);

/** 整改复查抽样 (R-SELF-13): of what was struck off and never checked again, so many per cent by lot. */
export const sampleRechecks = campaignAct(
  'campaign.coordinate',
  ['running', 'summingUp'],
  z.strictObject({ percent: z.int().min(1).max(100), atLeast: z.int().min(1).max(10_000).default(1) }),
  (_file, data, { lots }) => {
    if (!lots || lots.candidates.length === 0) throw nothingToRecheck();
    const count = Math.max(data.atLeast, Math.ceil((lots.candidates.length * data.percent) / 100));
    const list = hashOf(...lots.candidates.toSorted());
    const drawn = inLotOrder(
      hashOf(lots.secret, list),
      'recheck',
      lots.candidates.map((id) => ({ id })),
    ).slice(0, count);
    return {
      kind: 'rechecksSampled',
      changes: {},
      data: { ...data, of: lots.candidates.length, list, secret: lots.secret, problems: drawn.map(({ id }) => id) },
    };
  },
);

const inPast = () =>
  new Refusal(
    'invalid',
    'date.too-early',
    { zh: '整改期限不得早于今天', en: 'the day to put it right by cannot have passed' },
    { field: 'due' },
  );
const noPredecessor = () =>
  new Refusal('conflict', 'campaign.no-predecessor', {
    zh: '本专项未指明所承接的前次专项',
    en: 'this campaign looks back on no other',
  });
const nothingToRecheck = () =>
  new Refusal('conflict', 'problem.nothing-to-recheck', {
    zh: '没有已销号且未复查的问题',
    en: 'nothing is struck off that was not checked again',
  });
