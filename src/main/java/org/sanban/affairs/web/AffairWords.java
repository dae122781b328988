package org.sanban.affairs.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.affairs.Affair;
import org.sanban.affairs.AffairList;
import org.sanban.affairs.Categories;
import org.sanban.affairs.Lane;
import org.sanban.affairs.SourceType;
import org.sanban.affairs.State;
import org.sanban.pages.Choice;
import org.sanban.pages.Texts;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.sanban.people.Organizations.Organization;

/** Names of categories, bodies, units and persons in the reader's language, and what can be chosen. */
public record AffairWords(Texts texts, Categories categories, Directory directory, Map<Long, Organization> bodies) {

    static AffairWords of(Categories categories, Directory directory, Organizations organizations, Texts texts) {
        return new AffairWords(texts, categories, directory, organizations.all().stream().collect(Collectors.toMap(Organization::id, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new)));
    }

    public String category(String code) {
        return categories.of(code).map(c -> c.name().in(texts.chinese())).orElse(code);
    }

    public String unit(@Nullable Long id) {
        return id == null ? "" : directory.unit(id).map(Directory.UnitEntry::name).orElse("");
    }

    public String body(@Nullable Long id) {
        return id == null || !bodies.containsKey(id) ? "" : Objects.requireNonNull(bodies.get(id)).shortName();
    }

    public String person(@Nullable Long id) {
        return id == null ? "" : id == 0 ? texts.of("affairs.system") : directory.person(id).map(Directory.Entry::name).orElse("");
    }

    public String post(@Nullable Long id) {
        return id == null ? "" : directory.person(id).map(Directory.Entry::post).orElse("");
    }

    /** What leads, from the word of the list: {@code o12}, {@code u7}. */
    public String lead(String key) {
        return key.startsWith("o") ? body(Long.valueOf(key.substring(1))) : key.startsWith("u") ? unit(Long.valueOf(key.substring(1))) : texts.of("affairs.lead.none");
    }

    public String party(Affair.Party party) {
        return party.unit() != null ? unit(party.unit()) : body(party.organization());
    }

    public List<String> parties(Affair a, Affair.Party.Part part) {
        return a.parties().stream().filter(p -> p.part() == part).map(this::party).toList();
    }

    /** Who holds a line now. */
    public String holders(AffairList.Line line) {
        return line.holders().stream().map(h -> h.matches("\\d+") ? person(Long.valueOf(h)) : texts.of("documents.list.in-tray")).distinct().collect(Collectors.joining("、"));
    }

    /** Name of a row of the board. */
    public String row(AffairList.By by, String key) {
        return switch (by) {
            case STATE -> texts.of("affairs.state." + key);
            case LEAD -> lead(key);
            case SOURCE -> texts.of("affairs.source." + key);
        };
    }

    public List<Choice> categoryChoices(boolean service) {
        return categories.all().stream().filter(c -> c.service() == service).map(c -> Choice.of(c.code(), c.name().in(texts.chinese()))).toList();
    }

    public List<Choice> allCategories() {
        return categories.all().stream().map(c -> Choice.of(c.code(), c.name().in(texts.chinese()))).toList();
    }

    public List<Choice> lanes() {
        return Arrays.stream(Lane.values()).map(l -> Choice.of(l.name(), texts.of("affairs.lane." + l))).toList();
    }

    public List<Choice> states() {
        return Arrays.stream(State.values()).map(s -> Choice.of(s.name(), texts.of("affairs.state." + s))).toList();
    }

    public List<Choice> sources() {
        return Arrays.stream(SourceType.values()).map(s -> Choice.of(s.name(), texts.of("affairs.source." + s))).toList();
    }

    public List<Choice> units() {
        return directory.units().stream().map(u -> Choice.of(u.id(), u.name()).foundBy(u.code())).toList();
    }

    public List<Choice> bodyChoices() {
        return bodies.values().stream().filter(Organization::active)
                .map(o -> Choice.of(o.id(), o.name(), o.shortName()).foundBy(o.code() + " " + Objects.requireNonNullElse(o.numberCode(), ""))).toList();
    }

    /** What leads, for the filter of the list. */
    public List<Choice> leads() {
        List<Choice> all = new ArrayList<>();
        bodies.values().stream().filter(Organization::active).map(o -> Choice.of("o" + o.id(), o.shortName())).forEach(all::add);
        directory.units().stream().map(u -> Choice.of("u" + u.id(), u.name())).forEach(all::add);
        return all;
    }

    public List<Choice> persons() {
        return directory.forBusiness().stream().map(p -> Choice.of(p.id(), p.name(), p.post()).foundBy(p.code())).toList();
    }

    /** Bodies outside that take part in an affair, for which a report may be written down. */
    public List<Choice> outside(Affair a) {
        return Stream.concat(Stream.ofNullable(a.leadBody()), a.supportBodies().stream()).map(b -> Choice.of(b, body(b))).toList();
    }

    public List<Choice> answerClasses() {
        return categories.answerClasses().stream().map(c -> Choice.of(c, texts.of("affairs.answer-class." + c))).toList();
    }

    public List<Choice> satisfactions() {
        return Arrays.stream(Affair.Satisfaction.values()).map(s -> Choice.of(s.name(), texts.of("affairs.satisfaction." + s))).toList();
    }
}
