import type { RegionPath } from '@fundguard/domain';
import pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';

/** A statement that runs often carries a name, and is then parsed and planned once a connection. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** One transaction, bound to a region. */
export interface Tx {
  /** Rows of a hand-written statement. */
  query<Row>(statement: Statement): Promise<Row[]>;
  /** TypeORM on the same connection and in the same transaction. */
  readonly manager: EntityManager;
}

/** The whole country: for the machine, which serves every region. */
export const EVERYWHERE = '/' as RegionPath;

const REGION = /^\/(\d{6}\/)*$/;

export class Database {
  constructor(readonly source: DataSource) {}

  /** Runs the work in one transaction that can see and write rows of this region's subtree only. */
  async within<T>(region: RegionPath, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (!REGION.test(region)) throw new Error(`not a region path: ${region}`);
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as pg.PoolClient;
    const tx: Tx = {
      manager: runner.manager,
      query: async <Row>({ name, text, values }: Statement) =>
        (await client.query<Row & pg.QueryResultRow>({ ...(name ? { name } : {}), text, values: [...values] })).rows,
    };
    try {
      // One round trip: the path is checked above, so that it may stand in the text.
      await client.query(`begin; set local fundguard.region = '${region}'`);
      const result = await work(tx);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  close(): Promise<void> {
    return this.source.destroy();
  }
}

/** PostgreSQL chose this transaction to end a deadlock, or could not put it in an order: doing it again is the cure. */
export const isWorthRepeating = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && ['40P01', '40001'].includes(error.code ?? '');

/** The unique constraint that was hit, if that is what went wrong. */
export function violatedConstraint(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError && error.code === '23505' ? error.constraint : undefined;
}
