package org.sanban.meetings.rooms;

import org.jspecify.annotations.Nullable;

/** A meeting room (会议室). */
public record Room(long id, String code, String name, String nameEn, int seats, boolean video, @Nullable String note) {

    public String in(boolean chinese) {
        return chinese ? name : nameEn;
    }
}
