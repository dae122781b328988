package org.sanban.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Choice;

/**
 * What the form of one act asks for.
 *
 * @param offers the act, once for each way or step that may be chosen
 * @param does kind of the task it is done with, e.g. MAIN; null where there is none
 * @param step where the task stands
 * @param opinionNeeded the step or the way requires one
 * @param opinionKinds also circling or an oral opinion may be noted: a leader's instruction
 * @param picks who is to be picked for the next step
 * @param choices persons or units that may be picked, as the next step allows
 * @param chosen preselected, from when that step was held last
 * @param missing names of those who have not answered; to go on without them a reason is asked (promise 6)
 * @param overridable the actor may pass an overridable gate with a reason (promise 16)
 * @param due a date may be set with it
 * @param holders who held the step that it returns to, where there were several (promise 5)
 * @param positions where further signers may stand
 * @param about text the act is about: the opinion corrected, what was asked for
 */
public record Sheet(
        List<Offer> offers,
        @Nullable String does,
        Step.@Nullable Name step,
        boolean opinionNeeded,
        boolean opinionKinds,
        Picks picks,
        List<Choice> choices,
        List<String> chosen,
        List<String> chosenSupports,
        List<String> missing,
        boolean overridable,
        boolean due,
        List<Choice> holders,
        @Nullable String about,
        List<Act.Position> positions) {

    /** How the next step is held, as a form asks for it. */
    public enum Picks {
        NONE,
        /** A person, or nobody: then it goes into the role's tray. */
        PERSON_OPTIONAL,
        PERSON,
        PERSONS,
        /** Persons, one after the other, in this order. */
        IN_TURN,
        UNIT,
        UNITS,
        LEAD_UNITS,
        LEAD_PERSONS
    }

    public Offer offer() {
        return offers.getFirst();
    }
}
