package org.sanban.people.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Leaving;
import org.sanban.people.Needs;
import org.sanban.people.PersonForm;
import org.sanban.people.Persons;
import org.sanban.people.PostForm;
import org.sanban.people.Posts;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Persons, for programs. */
@RestController
@RequestMapping("/api/people/persons")
@Needs("people.manage")
class PersonsApi {

    private final Persons persons;
    private final Posts posts;
    private final Leaving leaving;
    private final Directory directory;
    private final Clock clock;

    PersonsApi(Persons persons, Posts posts, Leaving leaving, Directory directory, Clock clock) {
        this.persons = persons;
        this.posts = posts;
        this.leaving = leaving;
        this.directory = directory;
        this.clock = clock;
    }

    /** Someone to address work to. */
    public record Colleague(long id, String code, String name, long unit, String post) {}

    @GetMapping
    @Needs(Needs.SIGNED_IN)
    List<Colleague> list() {
        return directory.active().stream().map(p -> new Colleague(p.id(), p.code(), p.name(), p.unit(), p.post())).toList();
    }

    @GetMapping("/{id}")
    @Needs({"people.manage", "role.grant"})
    Persons.Person show(@PathVariable long id) {
        return persons.byId(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Persons.Person create(@Valid @RequestBody PersonForm form, @SignedIn Actor by) {
        return persons.byId(persons.create(form, by, clock.instant()));
    }

    @PutMapping("/{id}")
    Persons.Person edit(@PathVariable long id, @Valid @RequestBody PersonForm form, @SignedIn Actor by) {
        persons.edit(id, form, by, clock.instant());
        return persons.byId(id);
    }

    @PostMapping("/{id}/posts")
    @ResponseStatus(HttpStatus.CREATED)
    List<Posts.Post> givePost(@PathVariable long id, @Valid @RequestBody PostForm form, @SignedIn Actor by) {
        posts.give(id, form, by, clock.instant());
        return posts.of(id);
    }

    @PostMapping("/{id}/hand-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handOver(
            @PathVariable long id, @Valid @RequestBody HandOverForm form,
            @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        leaving.handOver(id, Objects.requireNonNull(form.to()), Objects.requireNonNull(form.reason()), requestId, by, clock.instant());
    }

    @PostMapping("/{id}/leaving")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable long id, @SignedIn Actor by) {
        leaving.leave(id, by, clock.instant());
    }
}
