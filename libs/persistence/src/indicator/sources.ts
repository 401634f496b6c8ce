/** What is owed, with the last act on it by `t.at`. */
const OBLIGATION = `
  select o.id::text as id, o.unit_id as unit, o.region, o.due_at as at, o.name as title, null::bigint as amount, null::text as subject,
    null::text as origin, o.id as link, o.due_at as due,
    coalesce(h.last, '') in ('reportSubmitted', 'reportAccepted') as settled, h.submitted_at > o.due_at as late, coalesce(h.zero, false) as zero,
    o.source in (select d ->> 'id' from campaign c, jsonb_array_elements(c.plan -> 'deliverables') d
      where c.id = $1 and d ->> 'selfCheck' = 'true') as self_check
  from obligation o
    join participant p on p.campaign_id = o.campaign_id and p.unit_id = o.unit_id
    left join (
      select e.data ->> 'obligation' as id, (array_agg(e.kind order by e.seq desc) filter (where e.at <= t.at))[1] as last,
        max(e.at) filter (where e.kind = 'reportSubmitted' and e.at <= t.at) as submitted_at,
        (array_agg(e.data ->> 'zero' order by e.seq desc) filter (where e.kind = 'reportSubmitted' and e.at <= t.at))[1] = 'true' as zero,
        bool_or(e.kind = 'reportWaived' and e.at > t.at) as waived_since
      from event e where e.file_id = $1 and e.kind in ('reportSubmitted', 'reportAccepted', 'reportReturned', 'reportWaived') group by 1
    ) h on h.id = o.id::text
  where o.campaign_id = $1 and p.joined_at <= t.at
    and (o.status <> 'waived' or h.waived_since or p.dropped_at > t.at)`;

/** The decision that stands: one that was reopened does not. */
const DECISION = `
  select c.id::text as id, c.subject_unit as unit, c.region, e.at, c.number || ' ' || c.title as title,
    null::bigint as amount, c.state #>> '{subject,kind}' as subject, c.state ->> 'source' as origin, c.id as link,
    (e.data #>> '{refund,$fen}')::bigint as refund, (e.data #>> '{fine,$fen}')::bigint as fine
  from case_file c cross join lateral (
    select e.* from event e where e.file_id = c.id and e.kind in ('decisionIssued', 'caseReopened') and e.at <= t.at order by e.seq desc limit 1
  ) e
  where c.campaign_id = $1 and e.kind = 'decisionIssued'`;

/**
 * The ledgers as they stood at `t.at`, one query each: `id, unit, region, at, title, amount` and what can be asked of its rows. `$1` is
 * the campaign. What changed since is read from the record, so that a past day gives the figure of that day; deadlines are
 * those that hold now.
 */
export const SOURCES = {
  obligation: OBLIGATION,

  problem: `
    select p.id::text as id, p.unit_id as unit, p.region, p.entered_at as at, p.category || '：' || p.what as title, p.amount,
      null::text as subject, p.source as origin, p.id as link, coalesce(h.status, case when p.inherited_from is not null and p.recheck is not null then 'struckOff' else 'open' end) as status,
      p.due, coalesce(h.shams, 0) as shams
    from problem p
      left join (
        select e.data ->> 'problem' as id,
          (array_agg(case e.kind when 'problemRectified' then 'reported' when 'problemStruckOff' then 'struckOff' else 'returned' end
            order by e.seq desc) filter (where e.kind in ('problemRectified', 'problemStruckOff', 'problemReturned')
              or (e.kind = 'problemRechecked' and e.data ->> 'sham' = 'true')))[1] as status,
          count(*) filter (where e.kind = 'problemRechecked' and e.data ->> 'sham' = 'true') as shams
        from event e where e.file_id = $1 and e.at <= t.at and e.data ? 'problem' group by 1
      ) h on h.id = p.id::text
    where p.campaign_id = $1 and p.entered_at <= t.at`,

  refund: `
    select e.seq::text as id, p.unit_id as unit, p.region, e.at, p.category || '：' || p.what as title,
      (e.data #>> '{amount,$fen}')::bigint as amount, null::text as subject, p.source as origin, p.id as link
    from event e join problem p on p.id = (e.data ->> 'problem')::uuid and p.campaign_id = $1
    where e.file_id = $1 and e.kind = 'problemRefunded' and e.at <= t.at`,

  unit: `
    select p.unit_id::text as id, p.unit_id as unit, p.region, coalesce(k.inspected_at, p.joined_at) as at, u.name as title,
      null::bigint as amount, null::text as subject, null::text as origin, p.unit_id as link, coalesce(k.visits, 0) as visits,
      u.kind in ('institution', 'pharmacy') as designated, p.key_target, k.inspected_at, k.violated_at,
      exists (select from problem q where q.campaign_id = $1 and q.unit_id = p.unit_id and q.source = 'selfCheck' and q.entered_at <= t.at)
        or p.unit_id in (select o.unit from (${OBLIGATION}) o where o.self_check and o.settled) as self_checked
    from participant p join unit u on u.id = p.unit_id
      left join (
        select found.unit, min(found.at) filter (where found.on_site) as inspected_at, min(found.at) filter (where found.violation) as violated_at,
          count(*) filter (where found.is_visit and (t.since is null or found.at >= t.since)) as visits
        from (
          select q.unit_id as unit, q.entered_at as at, q.source in ('inspection', 'recheck') as on_site,
              q.source not in ('selfCheck', 'predecessor') as violation, false as is_visit
            from problem q where q.campaign_id = $1
          union all
          select v.unit_id, v.finished_at, true, false, true from visit v
            where v.campaign_id = $1 and v.finished_at is not null and 'onSite' = any(v.methods)
          union all
          select c.subject_unit, c.opened_at, c.state ->> 'source' = 'inspection', false, false
            from case_file c where c.campaign_id = $1 and c.subject_unit is not null
          union all
          select d.unit, d.at, false, true, false from (${DECISION}) d where d.unit is not null
        ) found where found.at <= t.at group by 1
      ) k on k.unit = p.unit_id
    where p.campaign_id = $1 and p.joined_at <= t.at and (p.dropped_at is null or p.dropped_at > t.at)`,

  case: `
    select c.id::text as id, c.subject_unit as unit, c.region, c.opened_at as at, c.number || ' ' || c.title as title, null::bigint as amount,
      c.state #>> '{subject,kind}' as subject, c.state ->> 'source' as origin, c.id as link,
      coalesce(h.stage, 'verification') as stage, h.filed_at, h.decided_at,
      c.number, c.state #>> '{subject,name}' as name, c.state #>> '{subject,maskedId}' as masked_id
    from case_file c cross join lateral (
      select (array_agg(e.data ->> 'stage' order by e.seq desc) filter (where e.data ? 'stage'))[1] as stage,
        max(e.at) filter (where e.kind = 'filingApproved') as filed_at, max(e.at) filter (where e.kind = 'decisionIssued') as decided_at
      from event e where e.file_id = c.id and e.at <= t.at
    ) h
    where c.campaign_id = $1 and c.opened_at <= t.at`,

  decision: DECISION,

  money: `
    select m.case_id || ':' || m.seq as id, c.subject_unit as unit, m.region, e.at, c.number || ' ' || m.voucher as title, m.amount,
      c.state #>> '{subject,kind}' as subject, c.state ->> 'source' as origin, c.id as link, m.ledger
    from money_entry m join case_file c on c.id = m.case_id join event e on e.file_id = m.case_id and e.seq = m.seq
    where c.campaign_id = $1 and e.at <= t.at`,

  transfer: `
    select e.data ->> 'transfer' as id, c.subject_unit as unit, c.region, e.at, c.number || ' ' || c.title as title, null::bigint as amount,
      c.state #>> '{subject,kind}' as subject, c.state ->> 'source' as origin, c.id as link, tr ->> 'to' as destination
    from case_file c join event e on e.file_id = c.id and e.kind = 'transferDelivered'
      cross join lateral jsonb_array_elements(c.state -> 'transfers') tr
    where c.campaign_id = $1 and e.at <= t.at and tr ->> 'id' = e.data ->> 'transfer'`,

  typical: `
    select y.id::text as id, null::uuid as unit, y.region, f.on_day::timestamp at time zone 'Asia/Shanghai' as at, y.title,
      null::bigint as amount, null::text as subject, null::text as origin, y.id as link
    from typical_case y
      cross join lateral (select min((b ->> 'on')::date) as on_day from jsonb_array_elements(y.publications) b) f
    where y.campaign_id = $1 and f.on_day <= (t.at at time zone 'Asia/Shanghai')::date
      and coalesce((y.withdrawal ->> 'on')::date > (t.at at time zone 'Asia/Shanghai')::date, true)`,
} as const;
export type SourceName = keyof typeof SOURCES;
