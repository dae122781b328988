package org.sanban.meetings.event;

import java.util.List;
import java.util.Map;

/** A guest (嘉宾). @param cells by column, as they were typed */
public record Guest(long id, String no, Map<String, String> cells, int version) {

    /** The columns of the list, in order; their heads are in the messages as {@code meetings.guest.<column>}. */
    public static final List<String> COLUMNS = List.of(
            "no", "nameLocal", "nameLatin", "organization", "region", "level", "hostUnit", "liaison", "arrival", "departure", "hotel", "car", "diet", "online");

    /** Without these nobody can be received. */
    public static final List<String> REQUIRED = List.of("no", "nameLocal", "organization");

    public String cell(String column) {
        return column.equals("no") ? no : cells.getOrDefault(column, "");
    }
}
