import { Alert, Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { type Task, type Visit, dropTask, putTask } from './offline/store';
import { sync } from './offline/sync';
import type { Recording } from './offline/use-offline';
import type { Answer, Entry } from './standing';

interface Props {
  readonly tasks: readonly Task[];
  readonly visit: Visit;
  readonly recording: Recording;
}

/** What the server would not take: shown beside what stands there, never overwritten and never thrown away by itself. */
export function Troubles({ tasks, visit, recording }: Props) {
  const { t } = useTranslation('visits');
  const nameOf = (task: Task): string => {
    if (task.kind === 'act') return t(`task.${task.noun}`);
    if (task.kind === 'file') return task.name;
    const line = 'line' in task.content ? task.content.line : undefined;
    const asked = visit.content.lines.find(({ id }) => id === line);
    return asked ? said(asked.ask) : t(`task.${task.content.kind}`);
  };
  const give = async (task: Task) => {
    await dropTask(task.id);
    await sync(task.account);
  };
  const again = async ({ trouble: _trouble, ...task }: Task) => {
    await putTask(task);
    await sync(task.account);
  };
  const insist = async (task: Task, standing: Entry) => {
    if (task.kind !== 'entry' || task.content.kind !== 'answer') return;
    await dropTask(task.id);
    await recording.record({ ...task.content, base: standing.id });
  };
  return tasks
    .filter(({ trouble }) => trouble)
    .map((task) => {
      const standing = task.trouble?.standing as Entry | undefined;
      const isConflict = task.trouble?.code === 'visit.answered-meanwhile' && standing;
      return (
        <Alert
          key={task.id}
          type={isConflict ? 'warning' : 'error'}
          showIcon
          role="alert"
          style={{ marginBlockEnd: 8 }}
          title={`${nameOf(task)}：${task.trouble?.detail ?? ''}`}
          description={
            <Flex vertical gap="small">
              {isConflict && (
                <>
                  <span>{t('conflict.theirs', { answer: answerText(standing.content as Answer, t) })}</span>
                  {task.kind === 'entry' && (
                    <span>{t('conflict.mine', { answer: answerText(task.content as Answer, t) })}</span>
                  )}
                </>
              )}
              <Flex wrap gap="small">
                {isConflict ? (
                  <Button onClick={() => void insist(task, standing)}>{t('conflict.keep-mine')}</Button>
                ) : (
                  <Button onClick={() => void again(task)}>{t('conflict.again')}</Button>
                )}
                <Button onClick={() => void give(task)}>
                  {t(isConflict ? 'conflict.take-theirs' : 'conflict.drop')}
                </Button>
              </Flex>
            </Flex>
          }
        />
      );
    });
}

const answerText = ({ result, note }: Answer, t: (key: string) => string): string =>
  note ? `${t(`result.${result}`)}：${note}` : t(`result.${result}`);
