package org.sanban.security.web;

import jakarta.servlet.http.HttpServletRequest;
import org.sanban.pages.Shell;
import org.sanban.pages.Shells;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the {@link Shell} into the model of every page. Nothing of a request is bound to it. */
@ControllerAdvice(annotations = Controller.class)
class ShellAdvice {

    private final Shells shells;

    ShellAdvice(Shells shells) {
        this.shells = shells;
    }

    @ModelAttribute(name = "shell", binding = false)
    Shell shell(HttpServletRequest request) {
        return shells.of(request);
    }
}
