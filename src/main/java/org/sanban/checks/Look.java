package org.sanban.checks;

import java.util.List;

/** Looks at one text of a paper for one rule. Safe for use by many at once. */
@FunctionalInterface
interface Look {
    List<Flaw> look(CheckedPaper paper, PaperText text);
}
