package org.sanban.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

class RequestThreadsTests extends BrowserTest {

    @Autowired
    private ServletWebServerApplicationContext application;

    @Test
    @EnabledForJreRange(min = JRE.JAVA_24)
    void aRequestWaitsForTheDatabaseWithoutHoldingAThreadOfTheSystem() {
        var executor = ((TomcatWebServer) application.getWebServer()).getTomcat().getConnector().getProtocolHandler().getExecutor();
        assertThat(CompletableFuture.supplyAsync(() -> Thread.currentThread().isVirtual(), executor).join()).isTrue();
    }
}
