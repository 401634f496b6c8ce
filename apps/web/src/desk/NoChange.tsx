import { useQuery } from '@tanstack/react-query';
import { App, Button, Popconfirm, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../acts/useAct';
import { said } from '../locales';
import { FailureAlert } from '../parts/Failure';
import { draftQuery } from '../reports/queries';
import type { Duty } from './queries';

interface Props {
  readonly duty: Duty;
  readonly previous: NonNullable<Duty['previous']>;
  readonly onSent: () => void;
}

/** 本期无变化: last time's figures again, in one click, unless something did change. A zero report asks first. */
export function NoChange({ duty, previous, onSent }: Props) {
  const { t } = useTranslation(['desk', 'domain', 'shell']);
  const { message } = App.useApp();
  const { data: draft } = useQuery(draftQuery(duty.id));
  const { mutate, isPending, error } = useAct('repeatReport', { id: duty.id, version: duty.version });
  const withheld = draft?.notRepeated ? said(draft.notRepeated) : undefined;
  const send = () =>
    mutate(
      {},
      {
        onSuccess: () => {
          void message.success(t('shell:done', { what: t('domain:act.submitReport') }));
          onSent();
        },
      },
    );
  const button = (
    <Button
      loading={isPending}
      disabled={!draft || withheld !== undefined}
      {...(previous.zero ? {} : { onClick: send })}
    >
      {t('no-change')}
    </Button>
  );
  return (
    <>
      {error && <FailureAlert error={error} />}
      <Tooltip title={withheld}>
        {previous.zero ? (
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
      </Tooltip>
    </>
  );
}
