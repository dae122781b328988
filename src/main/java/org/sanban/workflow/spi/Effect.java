package org.sanban.workflow.spi;

/** Does something to the subject in the same transaction as the movement: stamps it, numbers it. A bean; named in procedures. */
public interface Effect {

    /** The word by which a procedure names it. */
    String code();

    /** Runs after the gates have let the attempt pass. Throwing undoes the whole act. */
    void apply(Attempt attempt);
}
