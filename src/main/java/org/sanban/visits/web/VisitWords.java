package org.sanban.visits.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Choice;
import org.sanban.pages.Texts;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.sanban.people.Organizations.Organization;
import org.sanban.visits.Visit;
import org.springframework.stereotype.Component;

/** Names of bodies, units and persons for the pages of visits, and what can be chosen. */
@Component
public class VisitWords {

    /** The words in one language. */
    public record In(Texts texts, Directory directory, Map<Long, Organization> bodies) {

        public String body(long id) {
            Organization body = bodies.get(id);
            return body == null ? "" : body.shortName();
        }

        public String unit(long id) {
            return directory.unit(id).map(Directory.UnitEntry::name).orElse("");
        }

        public String units(List<Long> ids) {
            return ids.stream().map(this::unit).collect(Collectors.joining("、"));
        }

        public String person(@Nullable Long id) {
            return id == null ? "" : directory.person(id).map(Directory.Entry::name).orElse("");
        }

        public List<Choice> bodyChoices() {
            return bodies.values().stream().filter(Organization::active).map(o -> Choice.of(o.id(), o.name(), o.shortName()).foundBy(o.code())).toList();
        }

        public List<Choice> unitChoices() {
            return directory.units().stream().map(u -> Choice.of(u.id(), u.name()).foundBy(u.code())).toList();
        }

        public List<Choice> persons() {
            return directory.forBusiness().stream().map(p -> Choice.of(p.id(), p.name(), p.post()).foundBy(p.code())).toList();
        }

        public List<Choice> modes() {
            return Arrays.stream(Visit.Mode.values()).map(m -> Choice.of(m.name(), texts.of("visits.mode." + m))).toList();
        }

        public List<Choice> troubles() {
            return Arrays.stream(Visit.Trouble.values()).map(t -> Choice.of(t.name(), texts.of("visits.trouble." + t))).toList();
        }
    }

    private final Directory directory;
    private final Organizations organizations;

    VisitWords(Directory directory, Organizations organizations) {
        this.directory = directory;
        this.organizations = organizations;
    }

    In in(Texts texts) {
        return new In(texts, directory, organizations.all().stream().collect(Collectors.toMap(Organization::id, o -> o, (a, b) -> a, LinkedHashMap::new)));
    }
}
