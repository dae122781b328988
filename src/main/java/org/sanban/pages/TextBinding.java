package org.sanban.pages;

import java.beans.PropertyEditorSupport;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.PropertyAccessException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.validation.FieldError;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Every text that comes in by form or address loses the white space around it and is refused with {@link UnfitText}; a {@link FarDay} is none. */
@ControllerAdvice
class TextBinding {

    private final LocalValidatorFactoryBean validator;

    TextBinding(LocalValidatorFactoryBean validator) {
        this.validator = validator;
    }

    /** Boot's own validator cannot judge the other fields once one of them could not be read; this one names all that is wrong at once. */
    @InitBinder
    void validate(WebDataBinder binder) {
        if (!binder.getValidators().isEmpty()) {
            binder.replaceValidators(validator);
        }
    }

    @InitBinder
    void bind(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new Editor());
        binder.registerCustomEditor(LocalDate.class, new DayEditor(LocalDate::parse));
        binder.registerCustomEditor(LocalDateTime.class, new DayEditor(LocalDateTime::parse));
        binder.setBindingErrorProcessor(new UnfitTextAtItsField());
    }

    private static final class Editor extends PropertyEditorSupport {
        @Override
        public void setAsText(@Nullable String text) {
            setValue(text == null ? null : UnfitText.refuseIn(text));
        }

        @Override
        public String getAsText() {
            Object value = getValue();
            return value == null ? "" : value.toString();
        }
    }

    private static final class DayEditor extends PropertyEditorSupport {

        private final Function<String, Temporal> parser;

        DayEditor(Function<String, Temporal> parser) {
            this.parser = parser;
        }

        @Override
        public void setAsText(@Nullable String text) {
            try {
                setValue(text == null || text.isBlank() ? null : FarDay.refuse(parser.apply(text.strip())));
            } catch (DateTimeException unreadable) {
                throw new IllegalArgumentException(unreadable);
            }
        }

        @Override
        public String getAsText() {
            Object value = getValue();
            return value == null ? "" : value.toString();
        }
    }

    private static final class UnfitTextAtItsField extends DefaultBindingErrorProcessor {
        @Override
        public void processPropertyAccessException(PropertyAccessException e, BindingResult result) {
            String field = e.getPropertyName();
            if (field == null || !(e.getMostSpecificCause() instanceof UnfitText)) {
                super.processPropertyAccessException(e, result);
                return;
            }
            result.addError(new FieldError(
                    result.getObjectName(), field, e.getValue(), true, new String[] {UnfitText.CODE}, null, UnfitText.CODE));
        }
    }
}
