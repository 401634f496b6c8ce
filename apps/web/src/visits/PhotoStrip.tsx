import { Flex } from 'antd';
import { useEffect, useState } from 'react';
import type { Task } from './offline/store';
import type { Entry } from './standing';

interface Props {
  readonly photos: readonly Entry[];
  /** Photos that are still on the phone only are shown from there. */
  readonly tasks?: readonly Task[];
  readonly visit?: string;
}

export function PhotoStrip({ photos, tasks = [], visit }: Props) {
  return (
    <Flex wrap gap="small" style={{ marginBlockStart: photos.length > 0 ? 8 : 0 }}>
      {photos.map(({ id, content }) => {
        if (content.kind !== 'photo') return null;
        const task = tasks.find((each) => each.kind === 'file' && each.sha256 === content.sha256);
        return task?.kind === 'file' ? (
          <LocalPhoto key={id} name={content.name} content={task.content} />
        ) : visit ? (
          <img
            key={id}
            className="visit-photo"
            alt={content.name}
            src={`/api/v1/visits/${visit}/files/${content.sha256}`}
            loading="lazy"
          />
        ) : (
          <span key={id}>{content.name}</span>
        );
      })}
    </Flex>
  );
}

function LocalPhoto({ name, content }: { readonly name: string; readonly content: Blob }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(content);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return url ? <img className="visit-photo" alt={name} src={url} /> : null;
}
