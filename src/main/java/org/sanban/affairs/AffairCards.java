package org.sanban.affairs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Clearance;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.sanban.workflow.Card;
import org.springframework.stereotype.Component;

/** What the engine is told of an affair; of a sensitive one its category and number alone. */
@Component
class AffairCards {

    /** The role whose unit keeps the affairs of the house. */
    static final String KEEPER = "SUPERVISOR";

    private final Categories categories;
    private final Directory directory;
    private final Organizations organizations;

    AffairCards(Categories categories, Directory directory, Organizations organizations) {
        this.categories = categories;
        this.directory = directory;
        this.organizations = organizations;
    }

    Card of(Affair a) {
        String title = a.sensitive() ? categories.of(a.category()).map(c -> c.name().zh()).orElse(a.category()) : a.title();
        return new Card(title, a.number(), a.sensitive() ? null : lead(a), a.lane().urgency(), Clearance.NONE, a.ownerUnit(), a.due(), attributes(a), a.sensitive());
    }

    /** Who leads, by name: the body outside where there is one. */
    @Nullable String lead(Affair a) {
        return Stream.of(a.leadBody()).flatMap(Stream::ofNullable).flatMap(o -> organizations.byId(o).stream()).map(Organizations.Organization::shortName).findFirst()
                .or(() -> Stream.of(a.leadUnit()).flatMap(Stream::ofNullable).flatMap(u -> directory.unit(u).stream()).map(Directory.UnitEntry::name).findFirst())
                .orElse(null);
    }

    /** What the conditions of {@code procedures/affair*.yaml} look at. */
    private static Map<String, String> attributes(Affair a) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("lane", a.lane().urgency().lane().name());
        attributes.put("category", a.category());
        attributes.put("type", a.category());
        attributes.put("unsatisfied", a.answer().satisfaction() == Affair.Satisfaction.UNSATISFIED ? "yes" : "no");
        return attributes;
    }

    /** The unit of a person; of nobody the unit that keeps the affairs. */
    long unitOf(@Nullable Long person) {
        return Stream.of(person).flatMap(Stream::ofNullable).flatMap(p -> directory.person(p).stream()).map(Directory.Entry::unit).filter(u -> u != 0).findFirst()
                .orElseGet(() -> directory.holding(KEEPER, 0).stream().map(Directory.Entry::unit).filter(u -> u != 0).findFirst().orElse(0L));
    }
}
