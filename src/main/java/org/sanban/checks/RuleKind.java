package org.sanban.checks;

/** What a rule is made of (规则类别). */
public enum RuleKind {
    /** Wrong words and the right ones (词对). */
    WORD_PAIR,
    /** A regular expression (句式). */
    PATTERN,
    /** A check written in Java, set by data (结构检查). */
    STRUCTURE,
    /** Words that seldom stand together (疑似), never more than a hint. */
    SUSPICION,
    /** A question a person answers at a step (核对问题); no text is looked at. */
    QUESTION
}
