package org.sanban.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.List;
import org.sanban.security.Accounts;
import org.sanban.security.Entrant;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Pages and forms of the whole application, entered without a browser. */
public final class Door {

    private Door() {}

    public static MockMvcTester of(WebApplicationContext application) {
        return MockMvcTester.create(MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build());
    }

    /** A person of the sample office who has logged in, e.g. {@code S008}. */
    public static RequestPostProcessor as(WebApplicationContext application, String code) {
        long person = application.getBean(Office.class).person(code);
        int generation = application.getBean(Accounts.class).standing(person).orElseThrow().generation();
        return authentication(UsernamePasswordAuthenticationToken.authenticated(new Entrant(person, code, generation, true), null, List.of()));
    }
}
