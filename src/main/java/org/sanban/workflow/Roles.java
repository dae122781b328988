package org.sanban.workflow;

/** Roles and rights that the engine itself asks for; what a role may do is the office's own table. */
final class Roles {

    /** The role into whose tray goes what a supervisor must see. */
    static final String SUPERVISOR = "SUPERVISOR";

    static final String STOP_CLOCK = "clock.stop";
    static final String JUMP = "handling.jump";
    static final String VOID = "handling.void";
    static final String REOPEN = "handling.reopen";
    static final String CIRCULATE = "circulation.manage";
    static final String URGE = "affair.chase";
    static final String OVERRIDE = "rule.override_with_reason";
    static final String HANDLE = "item.handle";
    static final String READ_ALL = "subject.read-all";

    private Roles() {}
}
