package org.sanban.affairs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives an affair to those who handle it (交办): one lead, any number of supporting units. */
@Service
@Transactional
public class Entrusting {

    private final AffairDesk desk;
    private final AffairCards cards;
    private final Handlings handlings;

    Entrusting(AffairDesk desk, AffairCards cards, Handlings handlings) {
        this.desk = desk;
        this.cards = cards;
        this.handlings = handlings;
    }

    /**
     * Goes to the units that are written on it. Where a body outside leads and no unit here, the unit that follows it asks and answers for that body.
     *
     * @throws Refused where nobody leads
     */
    public void entrust(long id, @Nullable String opinion, Actor by, Instant at, String requestId) {
        Affair affair = desk.mine(id, by, "entrust");
        Long lead = affair.leadUnit();
        if (lead == null && affair.leadBody() == null) {
            throw new Refused(Objection.of("affairs.refusal.lead").at("leadUnit"));
        }
        long leads = lead != null ? lead : cards.unitOf(affair.owner());
        List<Act.Pick> picks = new ArrayList<>(List.of(lead == null && affair.owner() != null && affair.owner() != 0
                ? new Act.Pick(affair.owner(), leads, Act.Part.LEAD)
                : Act.Pick.lead(leads)));
        affair.supportUnits().stream().filter(u -> u != leads).forEach(u -> picks.add(Act.Pick.support(u)));
        Act.Opinion said = Words.orNull(opinion) == null ? null : Act.Opinion.written(opinion.strip());
        handlings.apply(affair.ref(), new Act.Complete(desk.task(id, by, "entrust"), "entrusted", said, picks, null, null, null), by, at, requestId);
    }
}
