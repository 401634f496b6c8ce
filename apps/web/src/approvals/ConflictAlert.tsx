import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../api/problem';
import { FailureAlert } from '../parts/Failure';
import { instantText } from '../parts/time';

interface Standing {
  readonly changes?: readonly { readonly kind: string; readonly at: string; readonly by: string }[];
}

/** Somebody was quicker: what stands now, who did it, and that one's own decision did not count. */
export function ConflictAlert({ error }: { readonly error: unknown }) {
  const { t } = useTranslation(['approvals', 'domain']);
  const problem = problemOf(error);
  const changes = (problem?.problem.standing as Standing | undefined)?.changes ?? [];
  if (problem?.status !== 409) return <FailureAlert error={error} />;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t('conflict.title')}
      description={
        <>
          {changes.map(({ kind, at, by }) => (
            <div key={`${kind}${at}`}>
              {t('settled.by', { who: t(`machine.${by}`, by), at: instantText(at), what: t(`domain:event.${kind}`) })}
            </div>
          ))}
          {changes.length === 0 && <div>{problem.message}</div>}
          {t('conflict.next')}
        </>
      }
      style={{ marginBlockEnd: 16 }}
    />
  );
}
