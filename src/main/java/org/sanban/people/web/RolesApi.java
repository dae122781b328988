package org.sanban.people.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.Persons;
import org.sanban.people.RoleRights;
import org.sanban.people.Roles;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Roles, grants and clearance, for programs. */
@RestController
@RequestMapping("/api/people")
@Needs("role.grant")
class RolesApi {

    private final Roles roles;
    private final RoleRights rights;
    private final Persons persons;
    private final Clock clock;

    RolesApi(Roles roles, RoleRights rights, Persons persons, Clock clock) {
        this.roles = roles;
        this.rights = rights;
        this.persons = persons;
        this.clock = clock;
    }

    @GetMapping("/roles")
    @Needs({"role.grant", "people.manage", "audit.read"})
    List<Roles.Role> list() {
        return roles.all();
    }

    /** What is granted now, to one person or to everyone (0). */
    @GetMapping("/grants")
    @Needs({"role.grant", "people.manage", "audit.read"})
    List<Roles.Grant> grants(@RequestParam(defaultValue = "0") long person) {
        return roles.granted(person);
    }

    @PostMapping("/persons/{id}/roles")
    @ResponseStatus(HttpStatus.CREATED)
    List<Roles.Grant> grant(@PathVariable long id, @Valid @RequestBody GrantForm form, @SignedIn Actor by) {
        long where = form.where() == null ? 0 : form.where();
        roles.grant(id, Objects.requireNonNull(form.role()), where, by, clock.instant());
        return roles.granted(id);
    }

    @DeleteMapping("/grants/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id, @SignedIn Actor by) {
        roles.revoke(id, by, clock.instant());
    }

    @PutMapping("/roles/{code}/rights")
    @Needs("policy.manage")
    Roles.Role change(@PathVariable String code, @Valid @RequestBody RightsForm form, @SignedIn Actor by) {
        rights.change(code, form.chosen(), form.version(), by, clock.instant());
        return rights.role(code);
    }

    @PutMapping("/persons/{id}/clearance")
    @Needs("clearance.set")
    Persons.Person clear(@PathVariable long id, @Valid @RequestBody ClearanceForm form, @SignedIn Actor by) {
        persons.clear(id, Objects.requireNonNull(form.clearance()), by, clock.instant());
        return persons.byId(id);
    }
}
