package org.sanban.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.testing.Door;
import org.sanban.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;

/**
 * What a page asks the database for, with the look at the account and the counts of the navigation. The figures are what was measured:
 * a page that costs more is to be explained here.
 */
class PageCostTests extends PaperTest {

    @Autowired
    WebApplicationContext application;

    MockMvcTester pages;

    @BeforeEach
    void open() {
        pages = Door.of(application);
    }

    @Test
    void theTray() {
        registered(letter());
        assertCost("/tray", 3);
    }

    @Test
    void aPaperThatWaitsForItsReview() {
        assertCost("/documents/incoming/" + registered(letter()), 6);
    }

    @Test
    void theOwnFigures() {
        assertCost("/me/figures", 3);
    }

    /** Nothing is asked twice, and nothing is waited for but the answers. */
    private void assertCost(String path, int statements) {
        RequestPostProcessor reviewer = as("S007");
        Runnable page = () -> assertThat(pages.perform(get(path).with(reviewer))).hasStatusOk();
        page.run();
        Statements sent = Statements.of(page);
        assertThat(sent.sql).as(sent.toString()).isNotEmpty().doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(statements);
        assertThat(sent.roundTrips).as(sent.toString()).isLessThanOrEqualTo(statements);
    }

    private RequestPostProcessor as(String code) {
        return Door.as(application, code);
    }
}
