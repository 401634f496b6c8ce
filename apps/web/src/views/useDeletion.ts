import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../parts/Failure';
import { type SavedView, useDeleteView } from './queries';

/** Asks once more before a view is deleted. */
export function useDeletion(): (view: SavedView) => void {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const failureText = useFailureText();
  const { mutateAsync } = useDeleteView();
  return ({ id, name }) =>
    void modal.confirm({
      title: t('views.sure', { name }),
      content: t('views.only-view'),
      okText: t('remove'),
      cancelText: t('cancel'),
      okButtonProps: { danger: true },
      onOk: () => mutateAsync(id).catch((error: unknown) => void message.error(failureText(error).title)),
    });
}
