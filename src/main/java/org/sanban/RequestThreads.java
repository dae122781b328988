package org.sanban;

import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnJava;
import org.springframework.boot.system.JavaVersion;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A request runs on a virtual thread: while it waits for the database, nothing of the machine waits with it. From Java 24 on, since before a
 * thread that waited inside a lock kept its carrier (docs/decisions/0020).
 */
@Configuration(proxyBeanMethods = false)
class RequestThreads {

    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";
    private static final int A_CORE = 4;

    /** More carriers than cores: the system gives turns among them, so that a page need not wait until two long reports are made. */
    @Bean
    @ConditionalOnJava(JavaVersion.TWENTY_FOUR)
    TomcatProtocolHandlerCustomizer<?> virtualThreads() {
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(CARRIERS, String.valueOf(A_CORE * Runtime.getRuntime().availableProcessors()));
        }
        return handler -> handler.setExecutor(new VirtualThreadExecutor("request-"));
    }
}
