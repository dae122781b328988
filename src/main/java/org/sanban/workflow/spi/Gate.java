package org.sanban.workflow.spi;

import java.util.List;
import org.sanban.pages.Objection;

/** Looks at a subject before a step is finished and objects (关口). A bean; named by its code in procedures. */
public interface Gate {

    /** The word by which a procedure names it, e.g. {@code incoming.registered}. */
    String code();

    /** What stands against the attempt; empty lets it pass. Asked inside the transaction, with the handling locked. */
    List<Objection> objections(Attempt attempt);

    /** May a person with the right {@code rule.override_with_reason} pass it, giving a reason that a supervisor reads afterwards? */
    default boolean overridable() {
        return false;
    }
}
