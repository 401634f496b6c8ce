import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Empty, Flex, Skeleton, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import { api } from '../api/api';
import { useMay } from '../api/session';
import { FailureAlert } from '../parts/Failure';
import { StateTag } from '../parts/StateTag';
import { instantText } from '../parts/time';
import { type Note, notesQuery } from './queries';

/** 指导与手册: what was issued to whom, who has read it, and whom to remind. */
export function NotesTab({ campaign }: { readonly campaign: string }) {
  const { t } = useTranslation(['groups', 'domain']);
  const may = useMay();
  const { data: notes, error } = useQuery(notesQuery(campaign));
  if (error && !notes) return <FailureAlert error={error} />;
  if (!notes) return <Skeleton active />;
  return (
    <Flex vertical gap="middle">
      {may('campaign.coordinate') && (
        <div>
          <ActButton act="issueNote" type="primary" fixed={{ campaign }} initial={{ kind: 'guidance' }} />
        </div>
      )}
      {notes.length === 0 && <Empty description={t('note.empty')} />}
      {notes.map((note) => (
        <NoteCard key={note.id} note={note} />
      ))}
    </Flex>
  );
}

function NoteCard({ note }: { readonly note: Note }) {
  const { t } = useTranslation(['groups', 'domain']);
  const may = useMay();
  const { kind, title, edition, text, issuedBy, issuedAt, acknowledgedAt, units, notYet } = note;
  const acknowledge = useNoteAct(note, 'acknowledgement');
  const remind = useNoteAct(note, 'reminder');
  return (
    <Card
      size="small"
      title={
        <Flex wrap gap="small" align="center">
          <span className="break">{title}</span>
          <Tag>{t(`domain:value.kind.${kind}`)}</Tag>
          <Tag>{t('note.edition', { edition })}</Tag>
        </Flex>
      }
      extra={
        acknowledgedAt ? (
          <StateTag tone="good">{t('note.acknowledged', { at: instantText(acknowledgedAt) })}</StateTag>
        ) : (
          may('note.acknowledge') && (
            <Button type="primary" loading={acknowledge.isPending} onClick={() => acknowledge.mutate()}>
              {t('note.acknowledge')}
            </Button>
          )
        )
      }
    >
      <Typography.Paragraph className="break" style={{ whiteSpace: 'pre-wrap' }}>
        {text}
      </Typography.Paragraph>
      <Typography.Text type="secondary">
        {issuedBy} · {instantText(issuedAt)}
      </Typography.Text>
      {may('campaign.coordinate') && units > 0 && (
        <Flex wrap gap="small" align="center" style={{ marginBlockStart: 8 }}>
          <span>{t('note.read', { read: units - notYet.length, units })}</span>
          {notYet.length > 0 && (
            <>
              <Typography.Text type="warning" className="break">
                {t('note.not-yet', { names: notYet.map(({ name }) => name).join('、') })}
              </Typography.Text>
              <Button size="small" loading={remind.isPending} onClick={() => remind.mutate()}>
                {t('note.remind')}
              </Button>
            </>
          )}
        </Flex>
      )}
    </Card>
  );
}

function useNoteAct({ id }: Note, noun: 'acknowledgement' | 'reminder') {
  const { t } = useTranslation('groups');
  const { message } = App.useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.POST(`/api/v1/notes/{id}/${noun}`, { params: { path: { id } } }),
    onSuccess: () => {
      void message.success(t(`note.done.${noun}`));
      void client.invalidateQueries({ queryKey: ['notes'] });
    },
    onError: (error) => void message.error(error.message),
  });
}
