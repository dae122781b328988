package org.sanban.pages;

import java.util.List;
import org.springframework.validation.BindingResult;

/** The house refuses an act and says why. Nothing was changed. Answered as 422 (page and API alike). */
public class Refused extends RuntimeException {

    private final transient List<Objection> objections;

    public Refused(List<Objection> objections) {
        super(objections.toString(), null, false, false);
        this.objections = List.copyOf(objections);
    }

    public Refused(Objection objection) {
        this(List.of(objection));
    }

    /** Refuses unless {@code condition} holds. */
    public static void unless(boolean condition, String code, Object... args) {
        if (!condition) {
            throw new Refused(Objection.of(code, args));
        }
    }

    public List<Objection> objections() {
        return objections;
    }

    /** Puts each objection beside its field of the form that is shown again. */
    public void into(BindingResult errors) {
        for (Objection objection : objections) {
            Object[] args = objection.args().toArray();
            String field = objection.field();
            if (field != null && errors.getFieldType(field) != null) {
                errors.rejectValue(field, objection.code(), args, objection.code());
            } else {
                errors.reject(objection.code(), args, objection.code());
            }
        }
    }
}
