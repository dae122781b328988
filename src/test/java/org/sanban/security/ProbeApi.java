package org.sanban.security;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.people.Needs;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that go wrong in every way, and one that does not say what it needs. */
@RestController
@TestComponent
class ProbeApi {

    enum Colour { RED }

    record Probe(@NotBlank String title, @Max(9) int copies, Colour colour) {}

    @PostMapping({"/api/probe", "/probe"})
    @Needs(Needs.SIGNED_IN)
    Probe take(@RequestBody @Valid Probe probe) {
        return probe;
    }

    @GetMapping({"/api/probe/typed/{id}", "/probe/typed/{id}"})
    @Needs(Needs.SIGNED_IN)
    String typed(@PathVariable long id, @RequestParam Colour colour, @RequestParam(defaultValue = "") String text) {
        return id + colour.name() + text;
    }

    @GetMapping({"/api/probe/{how}", "/probe/{how}"})
    @Needs(Needs.SIGNED_IN)
    String fail(@PathVariable String how) {
        throw switch (how) {
            case "refused" -> new Refused(Objection.of("security.refusal.token-days", 7).at("days"));
            case "missing" -> new NotFound();
            case "stale" -> new Stale();
            default -> new IllegalStateException("secret inside");
        };
    }

    @GetMapping({"/api/undeclared", "/undeclared"})
    String undeclared() {
        return "open";
    }

    @GetMapping({"/api/forbidden", "/forbidden"})
    @Needs("no.such.right")
    String forbidden() {
        return "open";
    }
}
