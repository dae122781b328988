package org.sanban.people.web;

import java.util.List;
import org.sanban.pages.NotFound;
import org.sanban.people.Needs;
import org.sanban.people.Organizations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bodies outside the office, for programs and for pickers. */
@RestController
@RequestMapping("/api/people/organizations")
@Needs(Needs.SIGNED_IN)
class OrganizationsApi {

    private static final int SHOWN = 50;

    private final Organizations organizations;

    OrganizationsApi(Organizations organizations) {
        this.organizations = organizations;
    }

    @GetMapping
    List<Organizations.Organization> search(@RequestParam(defaultValue = "") String q) {
        return organizations.search(q, SHOWN);
    }

    @GetMapping("/{id}")
    Organizations.Organization show(@PathVariable long id) {
        return organizations.byId(id).orElseThrow(NotFound::new);
    }
}
