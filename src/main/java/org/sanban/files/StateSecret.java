package org.sanban.files;

import org.jspecify.annotations.Nullable;

/** Grades of state secrets (密级), lowest first. None of them may enter an unclassified system (domain.md §9.3). */
public enum StateSecret {
    /** 秘密. */
    SECRET,
    /** 机密. */
    CONFIDENTIAL,
    /** 绝密. */
    TOP_SECRET;

    /** Is a deployment that was declared cleared for {@code cleared} allowed to hold this? */
    boolean within(@Nullable StateSecret cleared) {
        return cleared != null && compareTo(cleared) <= 0;
    }
}
