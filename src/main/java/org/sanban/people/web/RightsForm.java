package org.sanban.people.web;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rights chosen for a role.
 *
 * @param version of the role as it was shown
 */
record RightsForm(@Nullable @Size(max = 200) List<String> rights, int version) {

    Set<String> chosen() {
        return rights == null ? Set.of() : Set.copyOf(rights);
    }
}
