import { Alert, Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ApiProblem, problemOf } from '../api/problem';

const WORDS = new Set([0, 401, 403, 404, 409, 413, 415, 422, 429, 503]);

/** What went wrong, in words, with the article where there is one and what to do next. */
export function useFailureText() {
  const { t } = useTranslation();
  return (error: unknown) => {
    const problem: ApiProblem | undefined = problemOf(error);
    const status = problem && WORDS.has(problem.status) ? problem.status : 'other';
    return {
      title: problem?.problem.detail || t(`failure.${status}.title`),
      next: t(`failure.${status}.next`),
      article: problem?.problem.article,
    };
  };
}

/** In place of what could not be loaded. */
export function FailurePage({ error, again }: { readonly error: unknown; readonly again?: () => void }) {
  const { t } = useTranslation();
  const { title, next, article } = useFailureText()(error);
  const status = problemOf(error)?.status;
  return (
    <Result
      status={status === 403 ? '403' : status === 404 ? '404' : 'warning'}
      title={title}
      subTitle={article ? `${article} · ${next}` : next}
      extra={again && <Button onClick={again}>{t('again')}</Button>}
    />
  );
}

/** Above the form or list that it is about. */
export function FailureAlert({ error }: { readonly error: unknown }) {
  const { title, next, article } = useFailureText()(error);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={title}
      description={article ? `${article} · ${next}` : next}
      style={{ marginBlockEnd: 16 }}
    />
  );
}
