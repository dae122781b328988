package org.sanban.notices.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.sanban.pages.SubjectLink;
import org.sanban.people.Needs;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Leads from a subject, as notices and panels name it, to its page. Whether it may be seen is decided there. */
@Controller
@Needs(Needs.SIGNED_IN)
class GoController {

    private final Map<String, SubjectLink> links;

    GoController(List<SubjectLink> links) {
        this.links = links.stream().collect(Collectors.toMap(SubjectLink::kind, Function.identity()));
    }

    @GetMapping("/go")
    String go(@RequestParam String subject) {
        return "redirect:" + href(subject);
    }

    private String href(String subject) {
        try {
            SubjectRef ref = SubjectRef.of(subject);
            SubjectLink link = links.get(ref.kind());
            if (link != null) {
                return link.href(ref.id());
            }
        } catch (IllegalArgumentException e) {
            // an address typed by hand
        }
        throw new NotFound();
    }
}
