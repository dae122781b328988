package org.sanban.pages;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/**
 * A form as its template sees it: what was typed, also when it was wrong, and what is objected to, field by field.
 *
 * @param version of the thing that is edited, 0 where nothing is edited; comes back in the hidden field {@code version}
 * @param requestId makes a second sending of the same form harmless; comes back in the hidden field {@code requestId}
 */
public record FormView(BindingResult binding, long version, String requestId) {

    /** Fields that the page fills by itself. */
    private static final Set<String> NOT_TYPED = Set.of("requestId", "sha256");

    /** The form as it is shown for the first time, filled with {@code values} (a record or bean). */
    public static FormView of(Object values) {
        return new FormView(new BeanPropertyBindingResult(values, "form"), 0, RequestId.next());
    }

    /** The form as it is shown again after {@code errors}; it keeps the request id it was sent with. */
    public static FormView of(BindingResult errors) {
        return new FormView(errors, 0, RequestId.sent());
    }

    /** The same form for an edit of {@code version}. */
    public FormView at(long version) {
        return new FormView(binding, version, requestId);
    }

    /** What stands in the field: the typed text if it was refused, else the value; empty for null. */
    public String value(String field) {
        Object value = raw(field);
        return value == null ? "" : value.toString();
    }

    /** Every value of a field with several (checkboxes, multiple select), as texts. */
    public Set<String> values(String field) {
        Object value = raw(field);
        return switch (value) {
            case null -> Set.of();
            case Collection<?> many -> texts(many);
            case Object[] many -> texts(Arrays.asList(many));
            default -> Set.of(value.toString());
        };
    }

    public boolean wrong(String field) {
        return binding.hasFieldErrors(field);
    }

    /** What is wrong with the field, as sentences. */
    public List<String> errors(String field, Texts texts) {
        return binding.getFieldErrors(field).stream().map(texts::of).toList();
    }

    /** What is wrong with the act as a whole. */
    public List<String> general(Texts texts) {
        return binding.getGlobalErrors().stream().map(texts::of).toList();
    }

    /** Everything that is wrong, general first, for the summary above the form. */
    public List<Complaint> complaints(Texts texts) {
        return Stream.concat(
                        binding.getGlobalErrors().stream().map(e -> new Complaint("", texts.of(e))),
                        binding.getFieldErrors().stream().map(e -> new Complaint(e.getField(), texts.of(e))))
                .toList();
    }

    /** Every text that was typed, as it was, for a page that has no place for the form any more: what was typed is not lost. */
    public List<String> typed() {
        Object sent = binding.getTarget();
        Stream<Object> kept = sent instanceof Record
                ? Stream.of(sent.getClass().getRecordComponents()).filter(c -> c.getType() == String.class).map(RecordComponent::getName)
                        .filter(name -> !NOT_TYPED.contains(name)).map(binding::getFieldValue)
                : Stream.empty();
        return Stream.concat(kept, binding.getFieldErrors().stream().map(FieldError::getRejectedValue))
                .filter(Objects::nonNull).map(FormView::text).filter(text -> !text.isBlank()).distinct().toList();
    }

    private static String text(Object value) {
        return value instanceof Object[] many ? String.join("、", texts(Arrays.asList(many))) : value.toString();
    }

    public boolean anyWrong() {
        return binding.hasErrors();
    }

    /** Something in the form itself is to be corrected; else only the act as a whole could not be done. */
    public boolean anyFieldWrong() {
        return binding.hasFieldErrors();
    }

    /** One line of the summary. {@code field} is empty where no field is meant. */
    public record Complaint(String field, String text) {}

    private @Nullable Object raw(String field) {
        return binding.getFieldValue(field);
    }

    private static Set<String> texts(Collection<?> many) {
        Set<String> texts = new HashSet<>();
        many.forEach(one -> texts.add(String.valueOf(one)));
        return texts;
    }
}
