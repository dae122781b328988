package org.sanban.search.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.sanban.pages.Navigation;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.search.Search;
import org.sanban.search.SearchQuery;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The palette (Ctrl-K): subjects, people and units, and where one can go. */
@Controller
@Needs(Needs.SIGNED_IN)
class PaletteController {

    private static final int SUBJECTS = 6;
    private static final int OTHERS = 5;
    private static final int LONGEST = 200;

    private final Search search;
    private final Directory directory;
    private final List<Navigation> navigation;

    PaletteController(Search search, Directory directory, List<Navigation> navigation) {
        this.search = search;
        this.directory = directory;
        this.navigation = navigation.stream().sorted(Comparator.comparingInt(Navigation::order)).toList();
    }

    @GetMapping("/palette")
    String palette(@RequestParam(defaultValue = "") String q, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        String typed = q.substring(0, Math.min(q.length(), LONGEST)).toLowerCase(Locale.ROOT);
        List<PaletteRow> rows = new ArrayList<>();
        if (!typed.isEmpty()) {
            search.find(new SearchQuery(typed, null, null, null), null, SUBJECTS, by).forEach(hit -> rows.add(new PaletteRow(
                    "/go?subject=" + hit.subject(), hit.plainTitle(), Objects.requireNonNullElse(hit.number(), ""), "")));
            who(typed, shell).forEach(rows::add);
        }
        commands(typed, by, shell).forEach(rows::add);
        model.addAttribute("rows", rows).addAttribute("q", q);
        return "search/palette";
    }

    private Stream<PaletteRow> who(String typed, Shell shell) {
        Stream<PaletteRow> persons = directory.active().stream().filter(person -> person.name().contains(typed)).limit(OTHERS)
                .map(person -> new PaletteRow(inDirectory(person.name()), person.name(), person.post(), shell.t("search.palette.person")));
        Stream<PaletteRow> units = directory.units().stream().filter(unit -> unit.name().contains(typed)).limit(OTHERS)
                .map(unit -> new PaletteRow(inDirectory(unit.name()), unit.name(), "", shell.t("search.palette.unit")));
        return Stream.concat(persons, units);
    }

    private static String inDirectory(String name) {
        return "/directory?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private Stream<PaletteRow> commands(String typed, Actor by, Shell shell) {
        String go = shell.t("search.palette.go");
        Stream<PaletteRow> own = Stream.of(new PaletteRow("/me", shell.t("ui.shell.me"), "", go), new PaletteRow("/me#log-out", shell.t("ui.shell.log-out"), "", go));
        Stream<PaletteRow> lines = navigation.stream().filter(line -> line.right() == null || by.may(line.right()))
                .map(line -> new PaletteRow(line.href(), shell.t(line.key()), "", go));
        return Stream.concat(lines, own)
                .filter(row -> row.label().toLowerCase(Locale.ROOT).contains(typed))
                .distinct().limit(typed.isEmpty() ? Integer.MAX_VALUE : OTHERS);
    }
}
