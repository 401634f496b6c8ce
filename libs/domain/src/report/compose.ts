import type { z } from 'zod';
import { Refusal } from '../refusal.js';
import { type FormField, type ReportForm, isSummed, referenceOf } from './form.js';
import type { Report, ReportBasis } from './report.js';
import type { reportPayload } from './submit.js';
import { type Values, isQuestioned, numberOf, readValues, refuseValue } from './values.js';

type Given = z.output<typeof reportPayload>;

/** 报表 from what was filled in and what the system knows, or the reason why it is none. */
export function composed(given: Given, basis: ReportBasis, late: boolean): Report {
  const { content, figures, zero, signedBy } = given;
  const filled = basis.form ? filledIn(basis.form, given, basis) : refuseStray(given);
  const file = fileOf(given, basis);
  if (!content && !file && Object.keys(filled.values ?? {}).length === 0)
    throw refuse('report.content-missing', 'content', '请填写报告内容', 'say what is reported');
  return {
    ...(content ? { content } : {}),
    ...{ figures, zero, late, ...filled },
    ...(file ? { file } : {}),
    ...(signedBy ? { signedBy } : {}),
  };
}

function filledIn(form: ReportForm, { values: given, reasons, zero }: Given, { known, last }: ReportBasis) {
  const read = readValues(form, given);
  const values = { ...(zero ? nothing(form, read) : known), ...read };
  for (const field of form.fields) {
    const { id, name, required } = field;
    if (required && values[id] === undefined)
      throw refuseValue(id, 'report.field-missing', `请填写“${name.zh}”`, `${name.en} is missing`);
    if (differs(field, values, known) && !reasons[id]) throw unexplained(field, known);
  }
  const explained = form.fields.filter((field) => differs(field, values, known));
  const striking = form.fields.filter((field) => isQuestioned(field, values[field.id], last?.values?.[field.id]));
  return {
    form: referenceOf(form),
    ...{ values, known },
    reasons: Object.fromEntries(explained.map(({ id }) => [id, reasons[id] ?? ''])),
    questioned: striking.map(({ id }) => id),
  };
}

const differs = ({ id }: FormField, values: Values, known: Values): boolean =>
  known[id] !== undefined && values[id] !== known[id];

/** A zero report says nought in every figure, and cannot say anything else. */
function nothing({ fields }: ReportForm, given: Values): Values {
  const summed = fields.filter(({ kind }) => isSummed(kind));
  const more = summed.find(({ id, kind }) => (numberOf(kind, given[id]) ?? 0n) > 0n);
  if (more)
    throw refuseValue(
      ...([more.id, 'report.zero-with-figures', '零报告中各项数值应为零'] as const),
      'a zero report has no figure above nought',
    );
  return Object.fromEntries(summed.map(({ id }) => [id, '0']));
}

const unexplained = ({ id, name }: FormField, known: Values) =>
  refuseValue(
    ...([id, 'report.reason-missing', `“${name.zh}”与系统数据不一致，请填写理由`] as const),
    `${name.en} differs from what the system knows: say why`,
    { known: known[id] },
  );

/** Without a form there are no fields to fill in. */
function refuseStray({ values }: Given): { readonly values?: Values } {
  const [stray] = Object.keys(values);
  if (stray) throw refuseValue(stray, 'report.field-unknown', '该事项没有报表', 'this report has no form');
  return {};
}

function fileOf({ file: id, signedBy }: Given, { form, files }: ReportBasis) {
  const asked = form?.attachment ?? 'optional';
  if (!id) {
    if (asked === 'required') throw fileMissing();
    return undefined;
  }
  const file = files.find((each) => each.id === id);
  if (!file || asked === 'none')
    throw refuse(
      'report.file-unknown',
      'file',
      '没有此书面报告，或本报表不收文件',
      'no such file, or the form takes none',
    );
  if (!signedBy)
    throw refuse(
      'report.signature-missing',
      'signedBy',
      '请填写签发人姓名和职务',
      'say who signs it off, and their position',
    );
  return file;
}

export const fileMissing = () =>
  refuse('report.file-missing', 'file', '请上传书面报告', 'the written report is to be uploaded');

const refuse = (code: string, field: string, zh: string, en: string) =>
  new Refusal('invalid', code, { zh, en }, { field });
