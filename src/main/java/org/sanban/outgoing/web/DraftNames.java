package org.sanban.outgoing.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sanban.outgoing.Draft;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;

/** Names as they are typed, with the body or unit that bears each; collective names bear none. */
final class DraftNames {

    private final Map<String, Draft.Recipient> known = new HashMap<>();

    /** @param before those that the draft has keep what they point at */
    DraftNames(List<Organizations.Organization> bodies, List<Directory.UnitEntry> units, Draft before) {
        units.forEach(u -> known.put(u.name(), new Draft.Recipient(u.name(), null, u.id())));
        bodies.stream().filter(Organizations.Organization::active).forEach(o -> {
            known.put(o.shortName(), new Draft.Recipient(o.shortName(), o.id(), null));
            known.put(o.name(), new Draft.Recipient(o.name(), o.id(), null));
        });
        before.ccRecipients().forEach(r -> known.put(r.name(), r));
        before.mainRecipients().forEach(r -> known.put(r.name(), r));
    }

    /** @param typed one a line, or with semicolons between; a comma belongs to a collective name */
    List<Draft.Recipient> recipients(String typed) {
        return DraftForm.lines(typed.replaceAll("[;\\uFF1B]", "\n")).stream()
                .map(name -> known.getOrDefault(name, Draft.Recipient.of(name))).toList();
    }
}
