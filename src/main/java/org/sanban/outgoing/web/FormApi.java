package org.sanban.outgoing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.collation.Comparison;
import org.sanban.layout.Substitution;
import org.sanban.outgoing.OfficialForm;
import org.sanban.outgoing.RenderedProofs;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The official form (版式) of an outgoing paper and proofs that the house sets itself, for programs. */
@RestController
@RequestMapping("/api/outgoing/{id}/form")
@Needs(Needs.SIGNED_IN)
@Tag(name = "outgoing")
class FormApi {

    /**
     * @param sha256 of the text that was set
     * @param notes keys of what was done otherwise than usual
     * @param apart attachments that are no text and are printed by themselves
     */
    record Formed(String sha256, boolean signed, int pages, List<String> notes, List<Substitution> substitutions, List<String> apart) {}

    record Making(RenderedProofs.@Nullable As as) {}

    private final OfficialForm form;
    private final RenderedProofs proofs;
    private final Clock clock;

    FormApi(OfficialForm form, RenderedProofs proofs, Clock clock) {
        this.form = form;
        this.proofs = proofs;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "How the paper is set: pages, fonts that stand in for others, attachments left out")
    Formed show(@PathVariable long id, @SignedIn Actor by) {
        OfficialForm.Formed formed = form.of(id, by);
        return new Formed(
                formed.sha256(), formed.signed(), formed.sheet().pages().size(), formed.sheet().notes(), formed.sheet().substitutions(), formed.apart());
    }

    @GetMapping("/{as}")
    @Operation(summary = "The paper as a file; of a signed text it is read back and compared first")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable String as, @SignedIn Actor by) {
        return FormFiles.answer(proofs, id, as, by);
    }

    @PostMapping("/proofs")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Sets the signed text, keeps the file as a proof and compares it; at typesetting and proofreading")
    Comparison create(@PathVariable long id, @RequestBody Making body, @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        form.of(id, by);
        return proofs.proof(id, StepForms.need(body.as(), "as"), by, clock.instant(), requestId);
    }
}
