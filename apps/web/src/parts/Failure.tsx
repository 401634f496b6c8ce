import { Alert, Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ApiProblem, problemOf } from '../api/problem';

const WORDS = new Set([0, 401, 403, 404, 409, 413, 415, 422, 429, 503]);

/** Another tab signed in since: what this page shows is another session's. */
const isOtherSession = (error: unknown) => problemOf(error)?.code === 'session.csrf';

/** What went wrong, in words, with the article where there is one and what to do next. */
export function useFailureText() {
  const { t, i18n } = useTranslation();
  return (error: unknown) => {
    const { code, problem }: Partial<ApiProblem> = problemOf(error) ?? {};
    const status = problem && WORDS.has(problem.status) ? problem.status : 'other';
    const own = (part: string) => (code && i18n.exists(`failure.${code}.${part}`) ? t(`failure.${code}.${part}`) : '');
    const permission = problem?.permission;
    return {
      title:
        (permission && t('failure.needs', { what: t(`system:permission.${permission}`) })) ||
        own('title') ||
        problem?.detail ||
        t(`failure.${status}.title`),
      // Of what is forbidden, only a permission can be granted.
      next: own('next') || (status === 403 && code !== 'permission.missing' ? undefined : t(`failure.${status}.next`)),
      article: problem?.article,
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
      subTitle={joined(article, next)}
      extra={isOtherSession(error) ? <ReloadButton /> : again && <Button onClick={again}>{t('again')}</Button>}
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
      description={joined(article, next)}
      action={isOtherSession(error) && <ReloadButton />}
      style={{ marginBlockEnd: 16 }}
    />
  );
}

function ReloadButton() {
  const { t } = useTranslation();
  return <Button onClick={() => window.location.reload()}>{t('reload')}</Button>;
}

const joined = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' · ') || undefined;
