import { Empty, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Inputs } from '../penalty/Calculator';
import { PenaltyExplained } from '../penalty/PenaltyExplained';
import { WhatIf } from '../penalty/WhatIf';
import type { CaseFile } from './queries';

export function PenaltyTab({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation('cases');
  const penalty = file.decision?.penalty ?? file.proposal?.penalty;
  return (
    <>
      <Flex wrap gap="small" justify="space-between" style={{ marginBlockEnd: 12 }}>
        {file.proposal && (
          <Typography.Text className="break">
            <Typography.Text type="secondary">{file.people[file.proposal.by]}</Typography.Text> {file.proposal.grounds}
          </Typography.Text>
        )}
        <WhatIf initial={startFrom(file)} law={file.law} />
      </Flex>
      {penalty ? (
        <PenaltyExplained
          penalty={penalty}
          law={file.law}
          {...(file.proposal ? { found: file.proposal.finding } : {})}
        />
      ) : (
        <Empty description={t(file.proposal ? 'penalty.calculating' : 'penalty.empty')} />
      )}
    </>
  );
}

/** What the file says, where it says something. */
function startFrom({ proposal, subject }: CaseFile): Inputs {
  if (!proposal)
    return {
      breach: subject.kind === 'individual' ? 'individual-fraud' : 'fraud',
      fraudulentPurpose: false,
      multiple: 2,
    };
  const { finding } = proposal;
  return { ...finding, multiple: finding.multiple / 100 };
}
