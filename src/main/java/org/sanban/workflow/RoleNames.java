package org.sanban.workflow;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.people.PeopleChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Names of roles in both languages, from memory until somebody changes one. */
@Component
class RoleNames {

    private final org.sanban.people.Roles roles;
    private volatile @Nullable Map<String, Step.Name> names;

    RoleNames(org.sanban.people.Roles roles) {
        this.roles = roles;
    }

    Step.Name of(String code) {
        Map<String, Step.Name> known = names;
        if (known == null) {
            Map<String, Step.Name> read = new HashMap<>();
            roles.all().forEach(r -> read.put(r.code(), new Step.Name(r.name(), r.nameEn())));
            names = known = read;
        }
        return known.getOrDefault(code, new Step.Name(code, code));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(PeopleChanged changed) {
        names = null;
    }
}
