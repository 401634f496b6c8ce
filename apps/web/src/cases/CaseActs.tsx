import { ActList } from '../acts/ActList';
import { CircumstancesInput, MeasuresInput } from '../penalty/finding-inputs';
import { InstalmentsInput } from '../penalty/InstalmentsInput';
import type { CaseFile } from './queries';

/** These are done at a transfer's, a reporter's or a reward's own row, beside the exhibits, or at a limit. */
const ELSEWHERE = new Set([
  ...['orderTransfer', 'refuseTransfer', 'acknowledgeTransfer', 'answerTransfer', 'answerReporter'],
  ...['proposeReward', 'approveReward', 'refuseReward', 'notifyReward', 'payReward'],
  ...['excludeTime', 'resumeTime', 'endRemedy'],
]);
const DANGER = new Set(['rejectLead', 'rejectFiling', 'rejectPenalty', 'dismissCase', 'reopenCase']);

/** The next steps the law allows this person; the others are shown with the reason why not yet. */
export function CaseActs({ file }: { readonly file: CaseFile }) {
  return (
    <ActList
      namespace="cases"
      id={file.id}
      version={file.version}
      offers={file.acts.filter(({ act }) => !ELSEWHERE.has(act) && (act !== 'answerAssignment' || isToAnswer(file)))}
      propsOf={(act, place) => ({
        initial: initialFor(file),
        ...(act === 'proposePenalty' ? { controls: FINDING_CONTROLS } : {}),
        ...(act === 'deferPayment' ? { controls: { instalments: <InstalmentsInput /> } } : {}),
        danger: DANGER.has(act),
        ...(place === 0 && !DANGER.has(act) ? { type: 'primary' as const } : {}),
      })}
    />
  );
}

const isToAnswer = ({ assignment }: CaseFile) => assignment !== undefined && !assignment.answeredAt;
const FINDING_CONTROLS = { circumstances: <CircumstancesInput />, measures: <MeasuresInput /> };

/** What the file knows of what its forms ask. */
const initialFor = ({ officers, handler, subject }: CaseFile) => ({
  officers: officers.length > 0 ? officers : [handler],
  place: subject.name,
});
