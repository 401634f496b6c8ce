import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../parts/Failure';

/** A change that answers nothing: says that it is done, or why not, and the lists are asked for again. */
export function useDone<Of>(change: (of: Of) => Promise<unknown>, what: string) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const textOf = useFailureText();
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      void message.success(t('done', { what }));
      return client.invalidateQueries();
    },
    onError: (error) => void message.error(`${textOf(error).title} · ${textOf(error).next}`),
  });
}
