package org.sanban.pages;

import java.beans.PropertyEditorSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.PropertyAccessException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.validation.FieldError;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Every text that comes in by form or address loses the white space around it and is refused with {@link UnfitText}. */
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
