package org.sanban.audit;

/**
 * Rows of another module that stand on the trail themselves: the database puts each into the chain of its subject while it is
 * written ({@code audit_link}), so that no second row says what it says. Contributed as a bean.
 */
public interface Carried {

    /**
     * A query without parameters for all such rows, which the trail reads as if they were lines of its own. In this order:
     * <ul>
     *   <li>{@code id, subject_kind, subject_id, seq, form, at, actor, on_behalf_of, what, detail, client}: what is shown;
     *   <li>{@code prev_hash}: null, {@code hash}, {@code check_bits}: as {@code audit_link} gave them;
     *   <li>{@code told}: text array of names and values by turns, in the order in which they entered the hash.
     * </ul>
     * It is the table that is asked and nothing the owner of the database could have put in front of it: no view, no function of the house.
     */
    String lines();

    /**
     * A query without parameters for rows of this table that ought to stand on the trail and do not: somebody else wrote them.
     * {@code subject_kind, subject_id} and the number of the row.
     */
    String strays();
}
