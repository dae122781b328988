package org.sanban.workflow;

/** How a step is held. */
public enum Mode {
    /** By one. */
    ONE,
    /** By several, everyone must act (会签). */
    ALL,
    /** By several, the first who acts. */
    ANY,
    /** By several, one after the other. */
    IN_TURN,
    /** By a lead (主办) with supporting holders (协办): the lead closes, support first or waived. */
    LEAD,
    /** For reading (传阅): tasks beside the main line; the line goes on at once. */
    READ
}
