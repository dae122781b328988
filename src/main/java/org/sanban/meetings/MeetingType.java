package org.sanban.meetings;

import org.jspecify.annotations.Nullable;

/**
 * A kind of meeting (会议类型), as the office keeps it.
 *
 * @param topics topics are called and checked before it
 * @param firstTopic title of the pinned first item (第一议题), null for none
 * @param yearPlan it has to stand in the plan of the year
 * @param minutes minutes are issued of it
 * @param signedBy who signs them, in words
 */
public record MeetingType(
        String code, String name, String nameEn, boolean topics, @Nullable String firstTopic, boolean yearPlan, boolean minutes, @Nullable String signedBy) {

    public String in(boolean chinese) {
        return chinese ? name : nameEn;
    }
}
