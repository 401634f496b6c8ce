import { Empty, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { PenaltyExplained } from '../penalty/PenaltyExplained';
import type { CaseFile } from './queries';

export function PenaltyTab({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation('cases');
  const penalty = file.decision?.penalty ?? file.proposal?.penalty;
  if (!penalty) return <Empty description={t(file.proposal ? 'penalty.calculating' : 'penalty.empty')} />;
  return (
    <>
      {file.proposal && (
        <Typography.Paragraph className="break">
          <Typography.Text type="secondary">{file.people[file.proposal.by]}</Typography.Text> {file.proposal.grounds}
        </Typography.Paragraph>
      )}
      <PenaltyExplained penalty={penalty} law={file.law} />
    </>
  );
}
