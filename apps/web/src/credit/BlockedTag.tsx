import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../parts/StateTag';
import { dayText } from '../parts/time';
import { useBlockedUnits } from './queries';

/** That a unit is suspended or terminated today, wherever the unit is shown; nothing where it is not. */
export function BlockedTag({ unit }: { readonly unit: string | undefined }) {
  const { t } = useTranslation('credit');
  const block = useBlockedUnits().find((each) => each.unit === unit);
  if (!block) return null;
  return (
    <Link to="/credit" search={{ block: block.id }}>
      <StateTag tone="bad">{t(`blocked.${block.kind}`, { from: dayText(block.from) })}</StateTag>
    </Link>
  );
}

/** Units that new work is about and that are blocked: whoever plans it thinks twice. */
export function BlockedUnits({ units }: { readonly units: readonly { readonly id: string; readonly name: string }[] }) {
  const { t } = useTranslation('credit');
  const blocked = useBlockedUnits();
  const found = units.filter(({ id }) => blocked.some(({ unit }) => unit === id));
  if (found.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={t('warning', { count: found.length })}
      description={
        <ul style={{ marginBlock: 0 }}>
          {found.map(({ id, name }) => (
            <li key={id}>
              {name} <BlockedTag unit={id} />
            </li>
          ))}
        </ul>
      }
      style={{ marginBlockEnd: 16 }}
    />
  );
}
