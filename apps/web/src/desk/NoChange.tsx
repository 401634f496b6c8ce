import { App, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../acts/useAct';
import { FailureAlert } from '../parts/Failure';
import type { Duty } from './queries';

interface Props {
  readonly duty: Duty;
  readonly previous: NonNullable<Duty['previous']>;
  readonly onSent: () => void;
}

/** 本周无变化: last period's figures again, in one click. A zero report is a zero report again, and asks first. */
export function NoChange({ duty, previous, onSent }: Props) {
  const { t } = useTranslation(['desk', 'domain', 'shell']);
  const { message } = App.useApp();
  const { mutate, isPending, error } = useAct('submitReport', { id: duty.id, version: duty.version });
  const { figures, zero } = previous;
  const send = () =>
    mutate(
      { content: t('no-change'), figures, zero },
      {
        onSuccess: () => {
          void message.success(t('shell:done', { what: t('domain:act.submitReport') }));
          onSent();
        },
      },
    );
  const button = (
    <Button loading={isPending} {...(zero ? {} : { onClick: send })}>
      {t('no-change')}
    </Button>
  );
  return (
    <>
      {error && <FailureAlert error={error} />}
      {zero ? (
        <Popconfirm
          title={t('zero.title')}
          description={t('zero.consequence')}
          okText={t('zero.sure')}
          onConfirm={send}
        >
          {button}
        </Popconfirm>
      ) : (
        button
      )}
    </>
  );
}
