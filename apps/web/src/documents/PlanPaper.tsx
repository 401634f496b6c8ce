import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { dayText } from '../parts/time';
import { useFactLabel } from './facts';
import type { CampaignDocument } from './queries';

/** The document the plan was read from: another bureau's, where the campaign follows a model. */
export function PlanPaper({ plan }: { readonly plan: CampaignDocument['plan'] }) {
  const { t } = useTranslation('documents');
  const label = useFactLabel();
  const { id, version, name, kind, source, document, notes = [] } = plan;
  const list = (words: readonly string[] = []) => words.join(t('semicolon'));
  const day = (on: string | undefined) => on && dayText(on);
  const rows = [
    ['plan', t('plan'), `${said(name)}（${id}@${version}）`],
    ['kind', t('kind'), said(kind)],
    ['source', t('source'), source],
    ['number', label('number'), document?.number],
    ['issuer', label('issuer'), document?.issuer],
    ['sealedBy', label('sealedBy'), document?.sealedBy],
    ['issuedOn', label('issuedOn'), day(document?.issuedOn)],
    ['publishedOn', label('publishedOn'), day(document?.publishedOn)],
    ['index', label('index'), document?.index],
    ['addressees', label('addressees'), list(document?.addressees)],
    ['copies', label('copies'), list(document?.copies)],
    ['disclosure', label('disclosure'), document?.disclosure],
    ['approvedBy', label('governmentApproval'), document?.approvedBy],
    ['superior', label('superior'), list(document?.superior)],
    ['notes', t('notes'), list(notes)],
  ] as const;
  return (
    <Descriptions
      bordered
      size="small"
      column={1}
      styles={{ label: { width: 160 }, content: { overflowWrap: 'anywhere' } }}
      items={rows
        .filter(([, , value]) => value)
        .map(([key, rowLabel, children]) => ({ key, label: rowLabel, children }))}
    />
  );
}
