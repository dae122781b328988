package org.sanban.errors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Directory;
import org.springframework.stereotype.Component;

/**
 * Keeps the names of those who work here out of what everybody may read of an error: the record says the role, the name stands in the
 * restricted block (domain.md §7.7, §9.7). The casebook asks it, too.
 */
@Component
public class StaffNames {

    private final Directory directory;

    StaffNames(Directory directory) {
        this.directory = directory;
    }

    /** A text that is open to all, with the field it was typed in. */
    public record Field(String name, @Nullable String text) {}

    /** The first name of a member of the office that stands in the text. */
    public Optional<String> in(@Nullable String text) {
        return text == null || text.isBlank() ? Optional.empty()
                : directory.active().stream().map(Directory.Entry::name).filter(name -> name.length() >= 2 && text.contains(name)).findFirst();
    }

    /** @throws Refused naming the fields, never whom it found beyond what was typed */
    public void refuse(Field... fields) {
        List<Objection> found = new ArrayList<>();
        for (Field field : fields) {
            in(field.text()).ifPresent(name -> found.add(Objection.of("errors.refusal.names-somebody", name).at(field.name())));
        }
        if (!found.isEmpty()) {
            throw new Refused(found);
        }
    }
}
