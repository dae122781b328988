package org.sanban.workflow.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;

/** Where an objection is shown: beside the field of the act's form, or as a link to the field of the subject's own page (promise 7). */
final class Objections {

    private static final Set<String> FIELDS = Arrays.stream(ActForm.class.getRecordComponents()).map(RecordComponent::getName).collect(Collectors.toSet());
    private static final Set<String> OF_PICKS = Set.of(
            "workflow.refusal.pick-somebody", "workflow.refusal.pick-one", "workflow.refusal.pick-persons", "workflow.refusal.pick-units",
            "workflow.refusal.pick-readers", "workflow.refusal.picked-twice", "workflow.refusal.reads-already", "workflow.refusal.to-oneself",
            "workflow.refusal.empty-unit", "workflow.refusal.has-left");

    private Objections() {}

    /** What is wrong with those picked stands beside the picker; a form with a lead has it there. */
    static Refused besideTheirFields(Refused refused, ActForm form) {
        String picker = form.lead() != null || form.supports() != null ? "lead" : "picks";
        return new Refused(refused.objections().stream()
                .map(o -> o.field() == null && OF_PICKS.contains(o.code()) ? o.at(picker) : o)
                .map(o -> o.code().equals("workflow.refusal.due-past") && o.field() == null ? o.at("due") : o)
                .toList());
    }

    /** Objections of gates whose field is on the subject's page. */
    static List<Objection> elsewhere(Refused refused) {
        return refused.objections().stream().filter(o -> o.field() != null && !FIELDS.contains(o.field())).toList();
    }
}
