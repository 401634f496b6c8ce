import { z } from 'zod';
import type { Context } from '../act.js';
import { type Person, requireOther } from '../people/actor.js';
import { type PartnerAuthority, partnerAuthority } from '../people/partner.js';
import { Refusal } from '../refusal.js';
import { reason, text } from '../text.js';
import { type CaseAct, type CaseEvent, act, clockKey, limit, machineAct } from './act.js';
import type { CaseFile, Transfer } from './file.js';

/** Transfers run beside the stages, several at once, each for itself (R-XFER-10). */
const RUNNING: CaseAct['stages'] = 'open';

/** The time an authority has to answer. Only that of the police is in a law (令310号 8). */
const answerClock = (to: PartnerAuthority): string =>
  to === 'police' ? 'policeDecision' : to === 'discipline' ? 'disciplineAnswer' : 'partnerAnswer';

/** 提出移送. The head decides within three days of the report; to others than the police 比照办理. */
export const proposeTransfer = act(
  'case.handle',
  RUNNING,
  z.strictObject({ to: partnerAuthority, grounds: text(20_000) }),
  (file, data, context) => ({
    kind: 'transferProposed',
    changes: {
      transfers: [
        ...file.transfers,
        { id: context.command, ...data, status: 'proposed', proposedBy: context.actor.account },
      ],
    },
    data,
    starts: [limit(context, 'transferDecision', context.now, { of: context.command })],
  }),
);

const one = { transfer: z.uuid() };

/** 批准移送. To be sent within twenty-four hours. */
export const orderTransfer = act('case.approve', RUNNING, z.strictObject(one), (file, { transfer }, context) => {
  const { proposedBy } = inStatus(file, transfer, ['proposed']);
  requireOther(context.actor, proposedBy);
  return step(
    file,
    transfer,
    'transferOrdered',
    { status: 'approved' },
    context,
    'transferDecision',
    'transferDelivery',
  );
});

/** 不予移送, with the reasons kept on file. */
export const refuseTransfer = act(
  'case.approve',
  RUNNING,
  z.strictObject({ ...one, reason }),
  (file, { transfer, reason: why }, context) => {
    const { proposedBy } = inStatus(file, transfer, ['proposed']);
    requireOther(context.actor, proposedBy);
    return step(file, transfer, 'transferRefused', { status: 'refused', answer: why }, context, 'transferDecision');
  },
);

/** 送出移送: by the conductor, to the partner authority's desk. */
export const deliverTransfer = machineAct(RUNNING, z.strictObject(one), (file, { transfer }, context) => {
  inStatus(file, transfer, ['approved']);
  return step(
    file,
    transfer,
    'transferDelivered',
    { status: 'delivered' },
    context,
    'transferDelivery',
    'transferReceipt',
  );
});

/** 移送回执. Police decide within three days of receipt. */
export const acknowledgeTransfer = act(
  'transfer.answer',
  RUNNING,
  z.strictObject({ ...one, receipt: text(200) }),
  (file, { transfer, receipt }, context) => {
    const { to } = addressed(file, transfer, ['delivered'], context.actor);
    return step(
      file,
      transfer,
      'transferAcknowledged',
      { status: 'acknowledged', receipt },
      context,
      'transferReceipt',
      answerClock(to),
    );
  },
);

/** 移送答复: accepted, declined, or returned for our own case to go on. */
export const answerTransfer = act(
  'transfer.answer',
  RUNNING,
  z.strictObject({ ...one, outcome: z.enum(['accepted', 'declined', 'returned']), answer: text(20_000) }),
  (file, { transfer, outcome, answer }, context) => {
    const { to } = addressed(file, transfer, ['acknowledged'], context.actor);
    return step(file, transfer, 'transferAnswered', { status: outcome, answer }, context, answerClock(to));
  },
);

function inStatus(file: CaseFile, id: string, statuses: readonly Transfer['status'][]): Transfer {
  const transfer = file.transfers.find((each) => each.id === id);
  if (!transfer) throw new Refusal('not-found', 'transfer.not-found', { zh: '没有此移送', en: 'no such transfer' });
  if (statuses.includes(transfer.status)) return transfer;
  throw new Refusal(
    'conflict',
    'transfer.status',
    { zh: `该移送的状态不允许此操作（${transfer.status}）`, en: `the transfer is ${transfer.status}` },
    { standing: transfer },
  );
}

/** Partner contacts answer for the authority the transfer went to. Which one an account speaks for is set with the account. */
function addressed(file: CaseFile, id: string, statuses: readonly Transfer['status'][], actor: Person): Transfer {
  const transfer = file.transfers.find((each) => each.id === id);
  if (!transfer || actor.partner !== transfer.to) {
    throw new Refusal('not-found', 'transfer.not-found', { zh: '没有此移送', en: 'no such transfer' });
  }
  return inStatus(file, id, statuses);
}

function step(
  file: CaseFile,
  id: string,
  kind: string,
  change: Partial<Transfer>,
  context: Context,
  stops: string,
  starts?: string,
): CaseEvent {
  return {
    kind,
    changes: { transfers: file.transfers.map((each) => (each.id === id ? { ...each, ...change } : each)) },
    data: { transfer: id, ...change },
    stops: [clockKey({ clock: stops, of: id })],
    starts: starts ? [limit(context, starts, context.now, { of: id })] : [],
  };
}
