import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageShell } from '../parts/PageShell';
import { TypicalEditor } from './TypicalEditor';

/** 拟写典型案例, of the case or the problem the address names. */
export function NewTypicalPage() {
  const { t } = useTranslation('typical');
  const source = useSearch({ from: '/app/typical-cases/new' });
  const navigate = useNavigate();
  return (
    <PageShell title={t('new')}>
      <TypicalEditor
        source={source}
        onSaved={({ id }) => void navigate({ to: '/typical-cases/$id', params: { id }, replace: true })}
      />
    </PageShell>
  );
}
