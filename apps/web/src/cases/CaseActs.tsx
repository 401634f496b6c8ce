import { Collapse, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import { type ActName } from '../acts/schema';
import { said } from '../locales';
import type { CaseFile } from './queries';

/** These are done at a transfer's own row, or beside the exhibits. */
const ELSEWHERE = new Set(['orderTransfer', 'refuseTransfer', 'acknowledgeTransfer', 'answerTransfer']);
const DANGER = new Set(['rejectLead', 'rejectFiling', 'rejectPenalty', 'dismissCase', 'reopenCase']);

/** The next steps the law allows this person; the others are shown with the reason why not yet. */
export function CaseActs({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation('cases');
  const acts = file.acts.filter(({ act }) => !ELSEWHERE.has(act));
  const now = acts.filter(({ withheld }) => !withheld);
  const later = acts.filter(({ withheld }) => withheld);
  const target = { id: file.id, version: file.version, initial: initialFor(file) };
  return (
    <section aria-label={t('acts.title')} className="no-print" style={{ marginBlockEnd: 16 }}>
      <Flex wrap gap="small" align="center">
        {now.length === 0 && <Typography.Text type="secondary">{t('acts.none')}</Typography.Text>}
        {now.map(({ act }, index) => (
          <ActButton
            key={act}
            act={act as ActName}
            {...target}
            danger={DANGER.has(act)}
            {...(index === 0 && !DANGER.has(act) ? { type: 'primary' as const } : {})}
          />
        ))}
      </Flex>
      {later.length > 0 && (
        <Collapse
          ghost
          size="small"
          items={[
            {
              key: 'later',
              label: t('acts.later', { count: later.length }),
              children: (
                <Flex vertical gap="small">
                  {later.map(({ act, withheld }) => (
                    <Flex key={act} wrap gap="small" align="center">
                      <ActButton act={act as ActName} {...target} withheld={withheld && said(withheld)} />
                      <Typography.Text type="secondary">
                        {withheld && said(withheld)} {withheld?.article}
                      </Typography.Text>
                    </Flex>
                  ))}
                </Flex>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}

/** What the file knows of what its forms ask. */
const initialFor = ({ officers, handler, subject }: CaseFile) => ({
  officers: officers.length > 0 ? officers : [handler],
  place: subject.name,
});
