package org.sanban.outgoing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.springframework.stereotype.Component;

/** Who may sign what (签发权限, domain.md §3.1): by the office's rules, by the issuing body and the kind of paper. */
@Component
class SigningRights {

    private final OutgoingRules rules;
    private final Organizations organizations;
    private final Directory directory;

    SigningRights(OutgoingRules rules, Organizations organizations, Directory directory) {
        this.rules = rules;
        this.organizations = organizations;
        this.directory = directory;
    }

    /** May that person sign this paper for its issuing body? */
    boolean mayFully(Draft draft, long person) {
        if (principalOnly(draft)) {
            return principal(draft).filter(head -> head.id() == person).isPresent();
        }
        List<String> roles = roles(draft);
        return directory.person(person).filter(Directory.Entry::active).filter(p -> p.roles().stream().anyMatch(roles::contains)).isPresent();
    }

    /** By delegation alone, without the right to enter what a leader said. */
    static boolean signsAsDeputy(Actor by) {
        return !by.may("instruction.enter_for_leader");
    }

    /** May that person sign in the place of one who may (代签)? Only who signs papers in an own right: a tray lent to a clerk lends no signature. */
    static boolean mayForAnother(Actor by) {
        return !signsAsDeputy(by) || by.may("draft.sign") || by.may("draft.sign_by_authority");
    }

    boolean principalOnly(Draft draft) {
        return rules.principalOnly().stream().anyMatch(kinds -> kinds.fit(draft));
    }

    /** The principal head (主要负责人) of the issuing body. */
    Optional<Directory.Entry> principal(Draft draft) {
        return roles(draft).stream().findFirst().flatMap(role -> directory.holding(role, 0).stream().findFirst());
    }

    /** Names of those who may sign it, for the words of a refusal. */
    String names(Draft draft) {
        return principalOnly(draft)
                ? principal(draft).map(Directory.Entry::name).orElse("")
                : String.join("、", roles(draft).stream().flatMap(role -> directory.holding(role, 0).stream()).map(Directory.Entry::name).distinct().toList());
    }

    private List<String> roles(Draft draft) {
        String type = draft.issuer() == null ? "" : organizations.byId(draft.issuer()).map(Organizations.Organization::type).orElse("");
        return rules.signing().stream()
                .filter(line -> line.body().equals(type) || line.body().equals("any"))
                .min(Comparator.comparing(line -> line.body().equals("any")))
                .map(OutgoingRules.Signing::roles).orElse(List.of());
    }
}
