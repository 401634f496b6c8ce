import { useQuery } from '@tanstack/react-query';
import { ActButton } from '../acts/ActButton';
import { FieldsInput } from './FieldsInput';
import { type Obligation, type Report, entriesQuery } from './queries';

interface Props {
  readonly obligation: Obligation;
  readonly withheld?: string | undefined;
}

/** 更正报表: the form as it counts now; what is changed in it becomes the correction. */
export function CorrectReport({ obligation: { id, version }, withheld }: Props) {
  const { data } = useQuery(entriesQuery(id, version));
  const report = (data?.effective ?? {}) as Report;
  const form = data?.form;
  const { values = {}, figures = {}, content } = report;
  return (
    <ActButton
      act="correctReport"
      id={id}
      version={version}
      withheld={withheld}
      initial={{ values, figures, ...(content ? { content } : {}) }}
      fixed={form ? { figures: {} } : { values: {} }}
      controls={form ? { values: <FieldsInput form={form} /> } : {}}
    />
  );
}
