import { ActList } from '../acts/ActList';
import type { CaseFile } from './queries';

/** These are done at a transfer's, a reporter's or a reward's own row, or beside the exhibits. */
const ELSEWHERE = new Set([
  ...['orderTransfer', 'refuseTransfer', 'acknowledgeTransfer', 'answerTransfer', 'answerReporter'],
  ...['proposeReward', 'approveReward', 'refuseReward', 'notifyReward', 'payReward'],
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
        danger: DANGER.has(act),
        ...(place === 0 && !DANGER.has(act) ? { type: 'primary' as const } : {}),
      })}
    />
  );
}

const isToAnswer = ({ assignment }: CaseFile) => assignment !== undefined && !assignment.answeredAt;

/** What the file knows of what its forms ask. */
const initialFor = ({ officers, handler, subject }: CaseFile) => ({
  officers: officers.length > 0 ? officers : [handler],
  place: subject.name,
});
