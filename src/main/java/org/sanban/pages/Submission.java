package org.sanban.pages;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;

/** Does what a sent form asks for, or puts into {@code errors} why not, so that the form can be shown again. */
public final class Submission {

    private Submission() {}

    /** @return empty when done; else the status with which the form is shown again */
    public static Optional<HttpStatus> refused(BindingResult errors, Runnable act) {
        if (errors.hasErrors()) {
            return Optional.of(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            act.run();
            return Optional.empty();
        } catch (Refused refused) {
            refused.into(errors);
            return Optional.of(HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Stale stale) {
            errors.reject("pages.refusal.stale");
            return Optional.of(HttpStatus.CONFLICT);
        }
    }
}
