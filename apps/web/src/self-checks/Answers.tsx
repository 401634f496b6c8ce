import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { StateTag } from '../parts/StateTag';
import type { SelfCheck } from './queries';

/** Point by point: what was found, and what the unit said of it. */
export function Answers({ list, answers }: Pick<SelfCheck, 'list' | 'answers'>) {
  const { t } = useTranslation('self-checks');
  return list.categories.map((category) => (
    <section key={category.name.zh} style={{ marginBlockEnd: 12 }}>
      <Typography.Text strong>{said(category.name)}</Typography.Text>
      {category.points.map(({ id, text }) => {
        const answer = answers.find(({ point }) => point === id);
        return (
          <Flex key={id} wrap gap="small" align="baseline">
            <span className="break">{said(text)}</span>
            {answer && (
              <StateTag tone={answer.found ? 'bad' : 'quiet'}>{t(answer.found ? 'is-found' : 'not-found')}</StateTag>
            )}
            {answer?.note && <Typography.Text type="secondary">{answer.note}</Typography.Text>}
          </Flex>
        );
      })}
    </section>
  ));
}
