package org.sanban.people.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.FormView;
import org.sanban.people.Directory;
import org.sanban.people.Leaders;
import org.sanban.people.UnitForm;
import org.sanban.people.Units;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.ModelMap;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of units show. */
@Component
class UnitPage {

    private final Units units;
    private final Directory directory;
    private final Leaders leaders;
    private final PeopleChoices choices;

    UnitPage(Units units, Directory directory, Leaders leaders, PeopleChoices choices) {
        this.units = units;
        this.directory = directory;
        this.leaders = leaders;
        this.choices = choices;
    }

    List<UnitLine> tree() {
        Map<Long, Units.Unit> byId = new HashMap<>();
        units.all().forEach(u -> byId.put(u.id(), u));
        return directory.units().stream().filter(u -> byId.containsKey(u.id())).map(u -> line(byId.get(u.id()), u.depth())).toList();
    }

    private UnitLine line(Units.Unit unit, int depth) {
        List<Directory.Entry> members = directory.membersOf(unit.id());
        String head = directory.headOf(unit.id()).filter(members::contains).map(Directory.Entry::name).orElse("");
        String inCharge = directory.inChargeOf(unit.id()).map(Directory.Entry::name).orElse("");
        return new UnitLine(unit, depth, head, inCharge, members.size());
    }

    static UnitForm blank(@Nullable Long parent) {
        return new UnitForm("", "", "", parent, 990, "", "", "", "", "", true, null, 0);
    }

    ModelAndView fresh(HttpStatus status, FormView form) {
        return new ModelAndView("people/unit-new", new ModelMap("form", form).addAttribute("units", choices.units()), status);
    }

    /** The page of a unit, with the form that was refused, if one was. */
    ModelAndView of(long id, HttpStatus status, @Nullable FormView form, @Nullable FormView chargeForm) {
        Units.Unit u = units.byId(id);
        UnitForm filled = new UnitForm(
                u.code(), u.name(), u.field(), u.parent(), u.ordering(), u.duties(), u.phone(), u.deputyPhone(), u.room(), u.email(),
                u.open(), u.publishedAt(), u.version());
        ModelMap model = new ModelMap("unit", u)
                .addAttribute("form", form == null ? FormView.of(filled).at(u.version()) : form)
                .addAttribute("chargeForm", chargeForm == null ? FormView.of(new ChargeForm(null, 1)) : chargeForm)
                .addAttribute("charges", leaders.charges().stream().filter(c -> c.unit() == id).toList())
                .addAttribute("members", directory.membersOf(id))
                .addAttribute("units", choices.above(id))
                .addAttribute("persons", choices.persons());
        return new ModelAndView("people/unit", model, status);
    }
}
