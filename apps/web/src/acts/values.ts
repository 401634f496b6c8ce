import dayjs from 'dayjs';
import { instantOf, pickedAt } from '../parts/time';
import type { FieldSchema } from './schema';

type Values = Record<string, unknown>;

/** What the API speaks, as the controls hold it, and back. Empty fields are left out. */
export function toForm({ properties = {} }: FieldSchema, values: Values): Values {
  return mapped(properties, values, (schema, value) => {
    if (schema.format === 'date') return dayjs(value as string);
    if (schema.format === 'date-time') return pickedAt(value as string);
    if (isFigures(schema))
      return Object.entries(value as object).map(([name, figure]) => ({ name, figure: figure as unknown }));
    return value;
  });
}

export function fromForm({ properties = {} }: FieldSchema, values: Values): Values {
  return mapped(properties, values, (schema, value) => {
    if (schema.format === 'date') return dayjs.isDayjs(value) ? value.format('YYYY-MM-DD') : value;
    if (schema.format === 'date-time') return dayjs.isDayjs(value) ? instantOf(value) : value;
    if (isFigures(schema) && Array.isArray(value))
      return Object.fromEntries(
        (value as { name: string; figure: string }[]).map(({ name, figure }) => [name, figure]),
      );
    return typeof value === 'string' ? value.trim() : value;
  });
}

/** A draft comes back from storage with its days and times as texts; controls that hold them as texts are named. */
export function fromDraft({ properties = {} }: FieldSchema, draft: Values, asText: readonly string[]): Values {
  const isTime = (name: string) => properties[name]?.format?.startsWith('date') && !asText.includes(name);
  return Object.fromEntries(
    Object.entries(draft).map(([name, value]) => [
      name,
      isTime(name) && typeof value === 'string' ? dayjs(value) : value,
    ]),
  );
}

/** Free names with values; an object with named parts has a control of its own. */
export const isFigures = ({ type, properties }: FieldSchema) => type === 'object' && !properties;

/** The first name that two figures have. The API knows figures by their name: of two, the first would be lost. */
export function nameTwice(figures: readonly { readonly name: string }[] = []): string | undefined {
  const names = figures.map(({ name }) => name.trim());
  return names.find((name, at) => name !== '' && names.indexOf(name) < at);
}

function mapped(
  properties: Readonly<Record<string, FieldSchema>>,
  values: Values,
  map: (schema: FieldSchema, value: unknown) => unknown,
): Values {
  const filled = Object.entries(properties).flatMap(([name, schema]) => {
    const value = values[name] ?? schema.default;
    return value === undefined || value === null || value === '' ? [] : [[name, map(schema, value)] as const];
  });
  return Object.fromEntries(filled);
}
