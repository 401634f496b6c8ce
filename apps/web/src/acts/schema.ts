import { ACTS } from '@fundguard/client';

/** The part of JSON Schema that the API's commands use. */
export interface FieldSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly items?: FieldSchema;
  readonly allOf?: readonly FieldSchema[];
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly multipleOf?: number;
  readonly default?: unknown;
}

export type ActName = keyof typeof ACTS;

interface ActRoute {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly schema: FieldSchema;
}

export const actOf = (name: ActName): ActRoute => ACTS[name];
