import { useQuery } from '@tanstack/react-query';
import { Checkbox, Flex, Form, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { standingQuery } from './queries';

interface Props {
  readonly region: string;
  readonly chosen: readonly string[];
  readonly onChoose: (rules: readonly string[]) => void;
  readonly refused?: string | undefined;
}

/** The standing rules in force where the campaign is to run: those that are ticked become part of the plan. */
export function CarryRules({ region, chosen, onChoose, refused }: Props) {
  const { t } = useTranslation(['rules', 'domain']);
  const { data } = useQuery(standingQuery);
  if (!data) return null;
  const there = data.filter((rule) => region.startsWith(rule.region) || rule.region.startsWith(region));
  return (
    <Form.Item
      label={t('carry')}
      extra={there.length > 0 && t('carry-note')}
      {...(refused ? { validateStatus: 'error' as const, help: <span role="alert">{refused}</span> } : {})}
    >
      {there.length === 0 && <Typography.Text type="secondary">{t('carry-none')}</Typography.Text>}
      <Checkbox.Group value={[...chosen]} onChange={(rules: string[]) => onChoose(rules)}>
        <Flex vertical>
          {there.map(({ id, title, kind }) => (
            <Checkbox key={id} value={id} className="break">
              {title}（{t(`domain:value.kind.${kind}`)}）
            </Checkbox>
          ))}
        </Flex>
      </Checkbox.Group>
    </Form.Item>
  );
}
