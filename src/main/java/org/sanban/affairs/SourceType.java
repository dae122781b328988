package org.sanban.affairs;

/** What an affair comes from. */
public enum SourceType {
    INSTRUCTION,
    MEETING_DECISION,
    DOCUMENT,
    PLAN,
    NPC,
    CPPCC,
    PETITION,
    REQUEST,
    VISIT,
    SERVICE,
    DUTY
}
