package org.sanban.documents;

/** The five tests of first review (初审, domain.md §2.5). */
public enum LawTest {
    /** Is it for this body to handle? */
    COMPETENCE,
    /** Does it follow the routing rules (行文规则)? */
    ROUTING,
    /** Type and format right? */
    FORM,
    /** Consulted and countersigned where it touches others? */
    CONSULTATION,
    /** Everything else that a draft must have. */
    DRAFTING
}
