import { useQuery } from '@tanstack/react-query';
import { Alert, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { Answers } from './Answers';
import { FillIn } from './FillIn';
import { LetterButton } from './LetterButton';
import { selfCheckFormQuery } from './queries';

/** A unit's own: to be filled in, or as it was handed in. */
export function OwnSelfCheck({ campaign }: { readonly campaign: string }) {
  const { t } = useTranslation('self-checks');
  const { data: form, error, refetch } = useQuery(selfCheckFormQuery(campaign));
  if (error && !form) return <FailurePage error={error} again={() => void refetch()} />;
  if (!form) return <LoadingPage />;
  const { list, before } = form;
  if (!list) return <Empty description={t('not-owed')} />;
  if (!before || before.status === 'returned') return <FillIn campaign={campaign} form={{ ...form, list }} />;
  return (
    <>
      <Alert
        showIcon
        type={before.status === 'accepted' ? 'success' : 'info'}
        title={t(`own.${before.status}`)}
        {...(before.note ? { description: before.note } : {})}
        style={{ marginBlockEnd: 16 }}
      />
      <LetterButton id={before.id} />
      <Answers list={before.list} answers={before.answers} />
    </>
  );
}
