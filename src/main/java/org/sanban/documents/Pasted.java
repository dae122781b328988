package org.sanban.documents;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.files.SecrecyGate;
import org.sanban.people.Actor;
import org.sanban.people.Organizations;
import org.sanban.people.Organizations.Organization;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fills the fields of a registration from pasted text; the sender by the letters of the number, then by the name in the title. */
@Service
public class Pasted {

    private final PastedText text;
    private final Organizations organizations;
    private final SecrecyGate secrecy;

    Pasted(PastedText text, Organizations organizations, SecrecyGate secrecy) {
        this.text = text;
        this.organizations = organizations;
        this.secrecy = secrecy;
    }

    /**
     * @return form fields by name, those found only
     * @throws org.sanban.pages.Refused when the text bears a mark of secrecy
     */
    @Transactional(readOnly = true)
    public Map<String, String> fields(String pasted, Actor by, Instant at) {
        secrecy.refuseClassified(new SubjectRef(IncomingKind.KIND, 0), by, at, SecrecyGate.Field.text("pasted", pasted));
        PastedText.Found found = text.read(pasted);
        Optional<Organization> sender = sender(found);
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "docNumber", found.docNumber());
        put(fields, "title", found.title());
        put(fields, "sender", sender.map(Organization::name).orElse(found.sender().isEmpty() ? null : found.sender()));
        put(fields, "docType", found.docType());
        put(fields, "direction", sender.flatMap(o -> from(o, found)).orElse(found.direction()));
        put(fields, "kind", found.kind());
        put(fields, "urgency", found.urgency());
        put(fields, "medium", found.medium());
        put(fields, "issuedOn", found.issuedOn());
        put(fields, "signers", found.signers().isEmpty() ? null : String.join("、", found.signers()));
        put(fields, "contactName", found.contactName());
        put(fields, "contactPhone", found.contactPhone());
        return fields;
    }

    /** The longest 代字 that the letters of the number begin with: 岭财函 is the finance department's 岭财 with a word behind it. */
    private Optional<Organization> sender(PastedText.Found found) {
        String code = found.code() == null ? "" : found.code();
        for (int length = code.length(); length > 0; length--) {
            Optional<Organization> body = organizations.byNumberCode(code.substring(0, length));
            if (body.isPresent()) {
                return body;
            }
        }
        return found.sender().isEmpty() ? Optional.empty() : organizations.byName(found.sender());
    }

    /** A paper of the state comes down; requests and reports go up whoever sends them. */
    private static Optional<Direction> from(Organization sender, PastedText.Found found) {
        boolean asks = found.direction() == Direction.UP;
        return sender.tier() == 0 && !asks ? Optional.of(Direction.DOWN) : Optional.ofNullable(found.direction());
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            fields.put(name, value.toString());
        }
    }
}
