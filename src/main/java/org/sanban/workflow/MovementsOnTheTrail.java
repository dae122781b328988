package org.sanban.workflow;

import java.util.List;
import java.util.stream.Collectors;
import org.sanban.audit.Carried;
import org.springframework.stereotype.Component;

/** A movement is a line of the trail itself: the trigger {@code movement_is_a_link} puts it into the chain of its subject. Those from before have a line beside them. */
@Component
class MovementsOnTheTrail implements Carried {

    private static final String AT = "(extract(epoch from m.at) * 1000000)::bigint";
    /** In the order of the trigger, written a second time: verification does not trust what wrote. */
    private static final List<String> TOLD = List.of(
            "id", "handling_id", "seq", "kind", "task_id", "actor_id", "on_behalf_of", "from_step", "to_step", "from_visit", "transition", "round", "opinion",
            "opinion_kind", "reason", "corrects", "detail", "at", "request_id", "client");

    @Override
    public String lines() {
        String told = TOLD.stream().map(name -> "'" + name + "', (" + (name.equals("at") ? AT : "m." + name) + ")::text").collect(Collectors.joining(", "));
        return """
                select m.id, h.subject_kind, h.subject_id, m.link::bigint as seq, m.link_form as form, m.at, m.actor_id as actor, m.on_behalf_of,
                       'handling.' || replace(lower(m.kind), '_', '-') as what,
                       jsonb_strip_nulls(jsonb_build_object('movement', m.id, 'from', m.from_step, 'to', m.to_step, 'way', m.transition,
                           'opinion', m.opinion, 'reason', m.reason))::text as detail,
                       coalesce(m.client, '') as client, null::bytea as prev_hash, coalesce(m.link_hash, ''::bytea) as hash,
                       coalesce(m.link_check, 0) as check_bits, array[%s] as told
                  from movement m join handling h on h.id = m.handling_id
                 where m.link is not null""".formatted(told);
    }

    /** One without a link is from before, and the trail of its subject names it. */
    @Override
    public String strays() {
        return """
                select h.subject_kind, h.subject_id, m.seq from movement m join handling h on h.id = m.handling_id
                 where m.link is null and not exists (
                       select 1 from audit_entry e where e.subject_kind = h.subject_kind and e.subject_id = h.subject_id and e.at = m.at and e.actor = m.actor_id
                          and (strpos(e.detail, '"movement":' || m.id || ',') > 0 or strpos(e.detail, '"movement":' || m.id || '}') > 0))""";
    }
}
