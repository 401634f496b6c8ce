import type { Bilingual } from '@fundguard/domain';
import { issuesOf, worded } from '@fundguard/rulebook';
import { type ArgumentMetadata, StandardSchemaValidationPipe } from '@nestjs/common';
import { z } from 'zod';

export type FieldError = Bilingual & { readonly field: string };

/** A request that does not fit its schema, field by field. */
export class InvalidRequest extends Error {
  override readonly name = 'InvalidRequest';

  constructor(readonly errors: readonly FieldError[]) {
    super(errors.map(({ field, en }) => `${field}: ${en}`).join('; '));
  }
}

/** The schemas are zod's: what was sent goes into its words, and the standard's issues leave it out. */
class ValidationPipe extends StandardSchemaValidationPipe {
  protected override async validate<T>(value: unknown, schema: NonNullable<ArgumentMetadata['schema']>) {
    const result = await super.validate<T>(value, schema);
    if (!result.issues || !(schema instanceof z.ZodType)) return result;
    const { error } = await schema.safeParseAsync(value, { reportInput: true });
    throw new InvalidRequest(
      (error ? issuesOf(error) : []).map(({ path, issue }) => ({
        field: path.map(String).join('.'),
        ...worded(issue),
      })),
    );
  }
}

export const validationPipe = () => new ValidationPipe();
