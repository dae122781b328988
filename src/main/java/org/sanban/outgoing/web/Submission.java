package org.sanban.outgoing.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;

/** Does what a sent form asks for, or puts into its errors why not, so that the page can be shown again. */
final class Submission {

    private Submission() {}

    /**
     * @param form name of the form; what is objected to at {@code copies} stands at {@code sealCopies} in the form {@code seal}
     * @return empty when done; else the status with which the page is shown again
     */
    static Optional<HttpStatus> refused(String form, BindingResult errors, Runnable act) {
        if (errors.hasErrors()) {
            return Optional.of(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            act.run();
            return Optional.empty();
        } catch (Refused refused) {
            new Refused(refused.objections().stream().map(o -> fitting(o, form, errors)).toList()).into(errors);
            return Optional.of(HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Stale stale) {
            errors.reject("pages.refusal.stale");
            return Optional.of(HttpStatus.CONFLICT);
        }
    }

    private static Objection fitting(Objection objection, String form, BindingResult errors) {
        String field = objection.field();
        if (field == null || known(field, errors)) {
            return objection;
        }
        String own = form + Character.toUpperCase(field.charAt(0)) + field.substring(1);
        return known(own, errors) ? objection.at(own) : objection;
    }

    private static boolean known(@Nullable String field, BindingResult errors) {
        return field != null && field.matches("\\w+") && errors.getFieldType(field) != null;
    }
}
