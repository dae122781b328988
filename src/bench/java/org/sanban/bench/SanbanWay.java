package org.sanban.bench;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actors;
import org.sanban.people.Directory;
import org.sanban.testing.Flow;
import org.sanban.testing.Office;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sanban as it is installed: the whole application with its jobs, its service layer called as a page calls it. */
final class SanbanWay implements Contestant {

    private final ConfigurableApplicationContext application;
    private final Flow flow;

    SanbanWay(Server server, String database, int pool) {
        server.create(database, "sanban_owner");
        application = new SpringApplicationBuilder(Desk.class).run(
                "--spring.datasource.url=" + server.url(database), "--spring.datasource.username=sanban_app", "--spring.datasource.password=",
                "--spring.datasource.hikari.maximum-pool-size=" + pool, "--spring.flyway.url=" + server.url(database),
                "--spring.flyway.user=sanban_owner", "--spring.flyway.password=", "--server.port=0", "--sanban.demo.papers=false",
                "--sanban.files.directory=target/bench/files", "--spring.main.banner-mode=off", "--logging.level.root=warn");
        flow = application.getBean(Flow.class);
    }

    /** The application, with the people of the sample office by their names as the tests call them, but without the tests' clock. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackages = "org.sanban")
    @ConfigurationPropertiesScan("org.sanban")
    @ComponentScan(
            basePackages = "org.sanban",
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = {"org\\.sanban\\.Sanban", "org\\.sanban\\.testing\\.OfficeTest.*", "org\\.sanban\\..*Tests(\\$.*)?", "org\\.sanban\\.bench\\..*"}))
    static class Desk {

        @Bean
        Office office(Directory directory, Actors actors, Clock clock) {
            return new Office(directory, actors, clock);
        }
    }

    int port() {
        return ((ServletWebServerApplicationContext) application).getWebServer().getPort();
    }

    DataSource source() {
        return application.getBean(DataSource.class);
    }

    long person(String code) {
        return application.getBean(Office.class).person(code);
    }

    long newestLetter() {
        return application.getBean(JdbcClient.class).sql("select max(id) from incoming_document").query(Long.class).single();
    }

    @Override
    public String name() {
        return "sanban";
    }

    @Override
    public Object start(long no) {
        return flow.start();
    }

    @Override
    public List<Open> open(Object paper) {
        return flow.open((SubjectRef) paper).stream().map(open -> new Open(open, open.step(), paper)).toList();
    }

    @Override
    public void finish(Open open, boolean back) {
        if (back) {
            flow.sendBack((SubjectRef) open.paper(), (Flow.Open) open.task());
        } else {
            flow.finish((SubjectRef) open.paper(), (Flow.Open) open.task());
        }
    }

    @Override
    public void close() {
        application.close();
    }
}
