package org.sanban.meetings.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.meetings.event.Task;
import org.springframework.web.multipart.MultipartFile;

/** What is typed into the forms of a large event. */
public final class EventForms {

    private EventForms() {}

    public record StreamForm(@Nullable String code, @Nullable String name, @Nullable String streamOwner) {}

    public record TaskForm(
            @Nullable Long stream, @Nullable String title, @Nullable Long owner, @Nullable LocalDate startsOn, @Nullable LocalDate dueOn, @Nullable String standard,
            @Nullable List<Long> dependsOn) {

        Task.Entry entry() {
            return new Task.Entry(stream, MeetingForms.text(title), owner, startsOn, dueOn, MeetingForms.text(standard),
                    dependsOn == null ? List.of() : dependsOn.stream().filter(Objects::nonNull).toList());
        }
    }

    public record EvidenceForm(@Nullable String evidence) {}

    public record GuestsForm(@Nullable MultipartFile file) {}

    public record CellForm(@Nullable String column, @Nullable String value, @Nullable Integer version) {}

    public record ShiftForm(@Nullable LocalDateTime shiftStarts, @Nullable LocalDateTime shiftEnds, @Nullable Long leader, @Nullable Long officer) {}

    public record HandForm(@Nullable String note) {}

    public record CueForm(
            @Nullable LocalDateTime at, @Nullable Integer cueMinutes, @Nullable String what, @Nullable String who, @Nullable String cuePlace, @Nullable String backup) {}

    public record ContingencyForm(@Nullable String what, @Nullable String steps, @Nullable String who, @Nullable String phone) {}

    public record ReportForm(@Nullable String report) {}
}
