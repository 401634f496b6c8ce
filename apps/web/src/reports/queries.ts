import type { Schemas } from '@fundguard/client';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/api';

export type Draft = Schemas['ReportDraft'];
export type Form = Schemas['ReportForm'];
export type Field = Form['fields'][number];
export type DraftField = Draft['fields'][number];
export type Entries = Schemas['ReportEntries'];
export type RollUp = Schemas['RollUp'];
export type Obligation = Schemas['Obligation'];

/** A report as it was handed in, or as it counts now. */
export interface Report {
  readonly content?: string;
  readonly figures?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, string>>;
  readonly known?: Readonly<Record<string, string>>;
  readonly reasons?: Readonly<Record<string, string>>;
  readonly questioned?: readonly string[];
  readonly zero?: boolean;
  readonly unchanged?: true;
  readonly file?: Schemas['ReportFile'];
  readonly signedBy?: { readonly name: string; readonly position: string };
}

export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['obligations', id, 'draft'],
    queryFn: async () => dataOf(await api.GET('/api/v1/obligations/{id}/report-draft', { params: { path: { id } } })),
  });

export const entriesQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['obligations', id, 'report', version],
    queryFn: async () => dataOf(await api.GET('/api/v1/obligations/{id}/report', { params: { path: { id } } })),
  });

export interface RollUpSearch {
  readonly source?: string;
  readonly period?: string;
  readonly region?: string;
}

export const rollUpQuery = (id: string, query: RollUpSearch) =>
  queryOptions({
    queryKey: ['campaigns', id, 'roll-up', query],
    queryFn: async () => dataOf(await api.GET('/api/v1/campaigns/{id}/roll-up', { params: { path: { id }, query } })),
  });
