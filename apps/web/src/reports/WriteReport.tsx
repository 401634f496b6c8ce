import { useQuery } from '@tanstack/react-query';
import { Alert, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActForm } from '../acts/ActForm';
import { FailureAlert } from '../parts/Failure';
import { instantText } from '../parts/time';
import { ReportFigures } from '../desk/ReportFigures';
import { ZeroInput } from '../desk/ZeroInput';
import { FieldsInput } from './FieldsInput';
import { FileInput, SignedByInput } from './FileInput';
import { type Draft, type Obligation, draftQuery } from './queries';
import { ReasonsInput } from './ReasonsInput';

interface Props {
  readonly obligation: Pick<Obligation, 'id' | 'version'>;
  readonly onDone: () => void;
}

/** 报送: the form with what the system knows, or a text with free figures where the plan names no form. */
export function WriteReport({ obligation: { id, version }, onDone }: Props) {
  const { t } = useTranslation('reports');
  const { data: draft, error } = useQuery(draftQuery(id));
  if (error && !draft) return <FailureAlert error={error} />;
  if (!draft) return <Skeleton active />;
  const { form, files, from, to } = draft;
  return (
    <>
      {form && (
        <Alert
          type="info"
          style={{ marginBlockEnd: 12 }}
          title={t('about', { from: instantText(from), to: instantText(to) })}
        />
      )}
      <ActForm
        act="submitReport"
        id={id}
        version={version}
        {...(form ? {} : { initial: { figures: draft.last?.figures ?? {} } })}
        fixed={fixedFor(draft)}
        controls={{
          ...(form
            ? { values: <FieldsInput form={form} draft={draft.fields} />, reasons: <ReasonsInput draft={draft} /> }
            : {}),
          figures: <ReportFigures last={draft.last?.figures ?? {}} />,
          file: <FileInput obligation={id} files={files} />,
          signedBy: <SignedByInput />,
          zero: <ZeroInput />,
        }}
        onDone={onDone}
      />
    </>
  );
}

/** Fields that this report has no use for: they are neither shown nor sent. */
const fixedFor = ({ form }: Draft) => ({
  ...(form ? { figures: {} } : { values: {}, reasons: {} }),
  ...(form?.attachment === 'none' ? { file: undefined, signedBy: undefined } : {}),
});
