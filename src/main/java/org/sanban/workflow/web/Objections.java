package org.sanban.workflow.web;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.workflow.Act;
import org.sanban.workflow.Sheet;

/** Where an objection is shown: beside the field of the act's form, or as a link to the field of the subject's own page (promise 7). */
final class Objections {

    private static final Set<String> FIELDS = Arrays.stream(ActForm.class.getRecordComponents()).map(RecordComponent::getName).collect(Collectors.toSet());
    private static final Set<String> OF_PICKS = Set.of(
            "workflow.refusal.pick-somebody", "workflow.refusal.pick-one", "workflow.refusal.pick-persons", "workflow.refusal.pick-units",
            "workflow.refusal.pick-readers", "workflow.refusal.picked-twice", "workflow.refusal.reads-already", "workflow.refusal.to-oneself",
            "workflow.refusal.empty-unit", "workflow.refusal.has-left");

    private Objections() {}

    /** What is wrong with those picked stands beside the picker; a form with a lead has it there. */
    static List<Objection> besideTheirFields(Refused refused, String picker) {
        return refused.objections().stream()
                .map(o -> o.field() == null && OF_PICKS.contains(o.code()) ? o.at(picker) : o)
                .map(o -> o.code().equals("workflow.refusal.due-past") && o.field() == null ? o.at("due") : o)
                .toList();
    }

    /** What the form itself lacks to be finished, so that it is said together with whatever the engine refused first. */
    static List<Objection> missing(Sheet sheet, ActForm form) {
        List<Objection> missing = new ArrayList<>();
        boolean circled = form.opinionKind() == Act.Opinion.Kind.CIRCLED;
        if (sheet.opinionNeeded() && !circled && (form.opinion() == null || form.opinion().isBlank())) {
            missing.add(Objection.of("workflow.refusal.opinion-missing").at("opinion"));
        }
        boolean picked = form.picks() != null && form.picks().stream().anyMatch(Objects::nonNull);
        switch (sheet.picks()) {
            case PERSON, PERSONS, IN_TURN -> add(missing, picked, "workflow.refusal.pick-persons", "picks");
            case UNIT, UNITS -> add(missing, picked, "workflow.refusal.pick-units", "picks");
            case LEAD_UNITS, LEAD_PERSONS -> add(missing, form.lead() != null, "workflow.refusal.one-lead", "lead");
            case NONE, PERSON_OPTIONAL -> { }
        }
        return missing;
    }

    private static void add(List<Objection> missing, boolean there, String code, String field) {
        if (!there) {
            missing.add(Objection.of(code).at(field));
        }
    }

    /** Objections of gates whose field is on the subject's page. */
    static List<Objection> elsewhere(Refused refused) {
        return refused.objections().stream().filter(o -> o.field() != null && !FIELDS.contains(o.field())).toList();
    }
}
