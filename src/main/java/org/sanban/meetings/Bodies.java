package org.sanban.meetings;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Choice;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Bodies and units by the code that a form sends, and back. */
@Component
public class Bodies {

    private static final TypeReference<List<Body>> MANY = new TypeReference<>() {};
    private static final int LONGEST = 100;

    private final Organizations organizations;
    private final Directory directory;
    private final ObjectMapper json;

    Bodies(Organizations organizations, Directory directory, ObjectMapper json) {
        this.organizations = organizations;
        this.directory = directory;
        this.json = json;
    }

    /** @throws Refused beside {@code field} where there is no such body */
    public Body of(String code, String field) {
        String typed = code.strip();
        if (typed.matches("[ou][0-9]{1,18}")) {
            long id = Long.parseLong(typed.substring(1));
            return (typed.charAt(0) == 'o'
                            ? organizations.byId(id).map(o -> new Body(o.shortName(), id, null))
                            : directory.unit(id).map(u -> new Body(u.name(), null, id)))
                    .orElseThrow(() -> new Refused(Objection.of("meetings.refusal.no-such-body").at(field)));
        }
        if (typed.isEmpty() || typed.length() > LONGEST || !typed.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || " （）()、·-".indexOf(c) >= 0)) {
            throw new Refused(Objection.of("meetings.refusal.no-such-body").at(field));
        }
        return organizations.byName(typed).map(o -> new Body(o.shortName(), o.id(), null)).orElse(new Body(typed, null, null));
    }

    public List<Body> all(@Nullable Collection<String> codes, String field) {
        return codes == null ? List.of() : codes.stream().filter(c -> c != null && !c.isBlank()).map(c -> of(c, field)).distinct().toList();
    }

    public @Nullable Body one(@Nullable String code, String field) {
        return code == null || code.isBlank() ? null : of(code, field);
    }

    /** All that can be picked: bodies outside, then the units of this office. */
    public List<Choice> choices(String outside, String inside) {
        return Stream.concat(
                        organizations.all().stream().filter(Organizations.Organization::active)
                                .map(o -> Choice.of("o" + o.id(), o.shortName(), o.name()).foundBy(Objects.requireNonNullElse(o.numberCode(), "")).under(outside)),
                        directory.units().stream().map(u -> Choice.of("u" + u.id(), u.name()).foundBy(u.code()).under(inside)))
                .toList();
    }

    public String write(@Nullable Object bodies) {
        return json.writeValueAsString(bodies);
    }

    public List<Body> readMany(@Nullable String stored) {
        return stored == null ? List.of() : json.readValue(stored, MANY);
    }

    public @Nullable Body read(@Nullable String stored) {
        return stored == null || stored.equals("null") ? null : json.readValue(stored, Body.class);
    }
}
